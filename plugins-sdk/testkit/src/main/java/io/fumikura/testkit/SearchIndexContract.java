package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchCondition.Between;
import io.fumikura.search.spi.SearchCondition.Contains;
import io.fumikura.search.spi.SearchCondition.Equal;
import io.fumikura.search.spi.SearchCondition.Exists;
import io.fumikura.search.spi.SearchCondition.FullText;
import io.fumikura.search.spi.SearchCondition.Keyword;
import io.fumikura.search.spi.SearchCondition.Not;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchIndex.Removal;
import io.fumikura.search.spi.SearchQuery;
import io.fumikura.search.spi.SearchResult;
import io.fumikura.search.spi.SearchResult.Hit;
import io.fumikura.search.spi.SearchResult.Snippet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SearchIndex} must keep. Answers are compared with those found by looking at each record. */
public abstract class SearchIndexContract {

    /** Letters that fold, pair up, lie outside of the basic plane, or mean something to query parsers. */
    private static final String LETTERS = "契約書甲乙のをガｶﾞハﾊﾟ㈱株𠮷吉高髙渡邉辺ー-‐aAＡbB1１２%*?_\\\"'()[]{}:^~&|!+/.、。「 　\n\t😀Éé";

    private static final List<String> FIELDS = List.of("title", "parties", "kind", "amount", "end_date", "flag");

    private final Random random = new Random(20260401);
    private final TenantId tenant = new TenantId(new UUID(1, 2));
    private final TenantId other = new TenantId(new UUID(3, 4));

    /** Opens the index. It is empty at the start of a test; later calls in the same test open the same place, as after a restart. */
    protected abstract SearchIndex open() throws Exception;

    @Test
    void findsAnySubstringOfThePagesFromOneCharacterUp() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = write(index, randomRecords(60));
        for (int turn = 0; turn < 600; turn++) {
            IndexedRecord source = records.get(random.nextInt(records.size()));
            String part = turn % 5 == 0 || source.pages().isEmpty()
                    ? randomText(1 + random.nextInt(3))
                    : substring(source.pages().get(random.nextInt(source.pages().size())), 1 + turn % 9);
            assertAnswers(index, records, query(new FullText(part, turn % 2 == 0)));
        }
    }

    @Test
    void findsWhatAJapaneseReaderTakesForTheSame() throws Exception {
        SearchIndex index = open();
        IndexedRecord record = record("id", Map.of(), List.of(), List.of("株式会社ｶﾞｲﾄﾞ 代表取締役 髙橋 渡邉 ＡＢＣ１２３ 𠮷野家"));
        write(index, List.of(record));
        for (String part : List.of("ガイド", "ｶﾞｲﾄﾞ", "高橋", "渡辺", "abc123", "ＡＢＣ", "吉野", "𠮷", "家", "ガ")) {
            assertThat(search(index, query(new FullText(part, false))).hits()).as(part).hasSize(1);
        }
        for (String part : List.of("ガイド", "高橋", "渡辺", "abc", "吉")) {
            assertThat(search(index, query(new FullText(part, true))).hits()).as(part).isEmpty();
        }
        for (String part : List.of("ｶﾞｲ", "髙", "渡邉", "Ｃ１", "𠮷野", "家")) {
            assertThat(search(index, query(new FullText(part, true))).hits()).as(part).hasSize(1);
        }
    }

    @Test
    void sentencesGoOnInTheNextLineButNotOnTheNextPage() throws Exception {
        SearchIndex index = open();
        write(index, List.of(record("id", Map.of(), List.of(), List.of("業務委託契\n約書", "第一条"))));
        assertThat(search(index, query(new FullText("委託契約書", false))).hits()).hasSize(1);
        assertThat(search(index, query(new FullText("委託契約書", true))).hits()).hasSize(1);
        assertThat(search(index, query(new FullText("書第", false))).hits()).isEmpty();
    }

    @Test
    void meetsConditionsOfEverySortAndTheirCombinations() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = write(index, randomRecords(80));
        for (int turn = 0; turn < 500; turn++) {
            assertAnswers(index, records, query(randomCondition(records, 3)));
        }
    }

    @Test
    void sortsByAnyFieldWithAbsentValuesLastAndPagesThroughAll() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = write(index, randomRecords(90));
        for (String field : List.of("title", "parties", "kind", "amount", "end_date", "flag", "no_such_field")) {
            for (boolean descending : new boolean[] {false, true}) {
                for (int limit : new int[] {1, 7, 90, 1000}) {
                    SearchQuery query = query(Optional.empty(), field, descending, limit);
                    assertThat(pages(index, query)).as("%s", query).isEqualTo(SearchModel.search(records, query));
                }
            }
        }
    }

    @Test
    void pagingGoesOnWhereItWasWhenRecordsChange() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = write(index, randomRecords(40));
        SearchQuery query = query(Optional.empty(), "title", false, 10);
        SearchResult first = search(index, query);
        write(index, records.stream().filter(r -> first.hits().stream().anyMatch(h -> h.id().equals(r.id()))).toList());
        index.write(List.of(), List.of(new Removal(tenant, first.hits().get(9).id())));
        List<RecordId> all = SearchModel.search(records, query);
        assertThat(search(index, after(query, first.next())).hits()).extracting(Hit::id).isEqualTo(all.subList(10, 20));
    }

    @Test
    void countsExactlyUpToTheLimit() throws Exception {
        SearchIndex index = open();
        write(index, randomRecords(50));
        for (int limit : new int[] {0, 1, 49, 50, 51, 10_000}) {
            SearchQuery query = new SearchQuery(
                    tenant, Set.of("all"), Optional.empty(), Optional.empty(), "title", false, Optional.empty(), 5, limit, 0);
            SearchResult result = search(index, query);
            assertThat(result.totalExact()).as("limit %d", limit).isEqualTo(limit >= 50);
            assertThat(result.total()).isEqualTo(Math.min(50, limit));
            assertThat(search(index, after(query, result.next())).totalExact()).isEqualTo(limit >= 50);
        }
    }

    @Test
    void refusesCursorsThatAreNoneOrOfAnotherList() throws Exception {
        SearchIndex index = open();
        write(index, randomRecords(20));
        SearchQuery byTitle = query(Optional.empty(), "title", false, 5);
        String good = search(index, byTitle).next().orElseThrow();
        for (String cursor : List.of("", "x", "AAAA", "../..", "é漢", good.substring(1), good + "AAAA", "A".repeat(100_000))) {
            assertBadQuery(index, after(byTitle, Optional.of(cursor)));
        }
        assertBadQuery(index, after(query(Optional.empty(), "amount", false, 5), Optional.of(good)));
        assertBadQuery(index, after(query(Optional.empty(), "title", true, 5), Optional.of(good)));
    }

    @Test
    void refusesLimitsOutOfRange() throws Exception {
        SearchIndex index = open();
        assertBadQuery(index, query(Optional.empty(), "title", false, 0));
        assertBadQuery(index, query(Optional.empty(), "title", false, 1001));
    }

    @Test
    void showsWhereInThePagesThePartStands() throws Exception {
        SearchIndex index = open();
        String before = "あ".repeat(300);
        write(index, List.of(record(
                "id", Map.of(), List.of(), List.of("前文", before + "株式会社ｶﾞｲﾄﾞ\nの" + before + "ガイド", "ガイド"))));
        Hit hit = search(index, snippets(new FullText("ガイド", false), 3)).hits().get(0);
        assertThat(hit.snippets()).extracting(Snippet::page).containsExactly(2, 2, 3);
        assertThat(hit.snippets()).extracting(SearchIndexContract::marked).containsExactly("ｶﾞｲﾄﾞ", "ガイド", "ガイド");
        assertThat(hit.snippets()).allSatisfy(snippet -> {
            assertThat(snippet.text()).hasSizeLessThanOrEqualTo(150).doesNotContain("\n");
        });
        assertThat(hit.snippets().get(0).text()).contains("株式会社ｶﾞｲﾄﾞ の");
        assertThat(search(index, snippets(new FullText("ガイド", false), 1)).hits().get(0).snippets()).hasSize(1);
        assertThat(search(index, snippets(new FullText("ｶﾞｲ", true), 3)).hits().get(0).snippets())
                .extracting(SearchIndexContract::marked)
                .containsExactly("ｶﾞｲ");
    }

    @Test
    void snippetsOfAnyHitHoldThePart() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = write(index, randomRecords(40));
        for (int turn = 0; turn < 300; turn++) {
            boolean exact = turn % 2 == 0;
            IndexedRecord source = records.get(random.nextInt(records.size()));
            String part = source.pages().isEmpty() ? "契" : substring(source.pages().get(0), 1 + turn % 6);
            if (part.isBlank()) {
                continue;
            }
            for (Hit hit : search(index, snippets(new FullText(part, exact), 2)).hits()) {
                assertThat(hit.snippets()).isNotEmpty().allSatisfy(snippet ->
                        assertThat(SearchModel.contains(marked(snippet), part, exact)).as("%s in %s", part, snippet).isTrue());
            }
        }
    }

    @Test
    void showsNothingOfOtherTenantsGroupsAndLedgers() throws Exception {
        SearchIndex index = open();
        var hidden = new IndexedRecord(
                tenant, RecordId.random(), "contracts", Set.of("group-b"), 1, Map.of(), List.of("k"), List.of("契約"));
        var foreign = new IndexedRecord(
                other, hidden.id(), "contracts", Set.of("all", "group-a"), 1, Map.of(), List.of("k"), List.of("契約"));
        var nobodys =
                new IndexedRecord(tenant, RecordId.random(), "contracts", Set.of(), 1, Map.of(), List.of("k"), List.of("契約"));
        write(index, List.of(hidden, foreign, nobodys));
        for (SearchCondition condition : List.of(
                new FullText("契約", false), new Keyword("k", false), new Not(new Exists("title")), new SearchCondition.And(List.of()))) {
            SearchResult result = search(index, query(condition));
            assertThat(result.hits()).as("%s", condition).isEmpty();
            assertThat(result.total()).isZero();
        }
        assertThat(search(index, seen(Set.of("group-b", "group-c"), Optional.of("contracts"))).hits()).hasSize(1);
        assertThat(search(index, seen(Set.of("group-b"), Optional.of("books"))).hits()).isEmpty();
        assertThat(search(index, seen(Set.of(), Optional.empty())).hits()).isEmpty();
        assertThat(index.count()).isEqualTo(3);
    }

    @Test
    void takesAsManyTokensAsTheHeadOfALargeCompanyBrings() throws Exception {
        SearchIndex index = open();
        write(index, List.of(new IndexedRecord(
                tenant, RecordId.random(), "contracts", Set.of("group-1999"), 1, Map.of(), List.of("k"), List.of("契約"))));
        Set<String> tokens = IntStream.range(0, 2_100).mapToObj(i -> "group-" + i).collect(Collectors.toSet());
        assertThat(search(index, seen(tokens, Optional.of("contracts"))).total()).isEqualTo(1);
        tokens.remove("group-1999");
        assertThat(search(index, seen(tokens, Optional.of("contracts"))).total()).isZero();
    }

    @Test
    void writingAgainReplacesAndRemovingRemovesForThisTenantOnly() throws Exception {
        SearchIndex index = open();
        IndexedRecord old = record("旧契約", Map.of(), List.of(), List.of("旧本文"));
        var again = new IndexedRecord(
                tenant, old.id(), "contracts", Set.of("all"), 2, Map.of(), List.of("新契約"), List.of("新本文"));
        var twin = new IndexedRecord(other, old.id(), "contracts", Set.of("all"), 1, Map.of(), List.of(), List.of("旧本文"));
        write(index, List.of(old, twin));
        write(index, List.of(again));
        write(index, List.of(again));
        assertThat(search(index, query(new FullText("旧", false))).hits()).isEmpty();
        assertThat(search(index, query(new FullText("新", false))).hits()).extracting(Hit::version).containsExactly(2L);
        assertThat(index.count()).isEqualTo(2);
        index.write(List.of(), List.of(new Removal(tenant, old.id()), new Removal(tenant, RecordId.random())));
        assertThat(search(index, query(Optional.empty(), "title", false, 10)).hits()).isEmpty();
        assertThat(index.count()).isEqualTo(1);
    }

    @Test
    void whatWasWrittenIsSeenAtOnceByManyWriters() throws Exception {
        SearchIndex index = open();
        Together.run(thread -> {
            for (int turn = 0; turn < 25; turn++) {
                String word = "x" + thread + "y" + turn + "z";
                index.write(List.of(record("t", Map.of(), List.of(word), List.of(word))), List.of());
                assertThat(search(index, query(new FullText(word, false))).hits()).as(word).hasSize(1);
            }
            return thread;
        });
        assertThat(index.count()).isEqualTo(25L * Together.THREADS);
    }

    @Test
    void whatItIsFilledWithIsSeenWithTheNextWriteOrCommitAndReplacesTheSameRecords() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = randomRecords(30);
        index.fill(records.subList(0, 20));
        index.fill(records.subList(10, 25));
        index.write(records.subList(25, 30), List.of());
        assertThat(index.count()).isEqualTo(30);
        List<IndexedRecord> more = randomRecords(5);
        index.fill(more);
        index.commit();
        assertThat(index.count()).isEqualTo(35);
        assertThat(open().count()).isEqualTo(35);
    }

    @Test
    void committedRecordsOutliveARestart() throws Exception {
        SearchIndex index = open();
        List<IndexedRecord> records = write(index, randomRecords(30));
        index.commit();
        SearchIndex reopened = open();
        assertThat(reopened.count()).isEqualTo(30);
        assertAnswers(reopened, records, query(new FullText("契", false)));
    }

    // -- what is asked

    private void assertAnswers(SearchIndex index, List<IndexedRecord> records, SearchQuery query) throws SearchException {
        List<RecordId> expected = SearchModel.search(records, query);
        SearchResult result = search(index, query);
        assertThat(result.hits()).as("%s", query.condition()).extracting(Hit::id).isEqualTo(expected);
        assertThat(result.total()).isEqualTo(expected.size());
        assertThat(result.totalExact()).isTrue();
    }

    private static SearchResult search(SearchIndex index, SearchQuery query) throws SearchException {
        return index.search(query);
    }

    private static List<RecordId> pages(SearchIndex index, SearchQuery query) throws SearchException {
        var found = new ArrayList<RecordId>();
        var cursor = Optional.<String>empty();
        do {
            SearchResult page = search(index, after(query, cursor));
            page.hits().forEach(hit -> found.add(hit.id()));
            assertThat(page.hits()).hasSizeLessThanOrEqualTo(query.limit());
            cursor = page.next();
        } while (cursor.isPresent());
        return found;
    }

    private static void assertBadQuery(SearchIndex index, SearchQuery query) {
        var thrown = catchThrowableOfType(SearchException.class, () -> search(index, query));
        assertThat(thrown).as("%s", query).isNotNull();
        assertThat(thrown.isBadQuery()).isTrue();
    }

    private SearchQuery query(SearchCondition condition) {
        return query(Optional.of(condition), "title", false, 1000);
    }

    private SearchQuery query(Optional<SearchCondition> condition, String sort, boolean descending, int limit) {
        return new SearchQuery(
                tenant, Set.of("all"), Optional.empty(), condition, sort, descending, Optional.empty(), limit, 10_000, 0);
    }

    private SearchQuery snippets(SearchCondition condition, int most) {
        return new SearchQuery(
                tenant, Set.of("all"), Optional.empty(), Optional.of(condition), "title", false, Optional.empty(), 50, 100, most);
    }

    private SearchQuery seen(Set<String> tokens, Optional<String> ledger) {
        return new SearchQuery(tenant, tokens, ledger, Optional.empty(), "title", false, Optional.empty(), 50, 100, 0);
    }

    private static SearchQuery after(SearchQuery query, Optional<String> cursor) {
        return new SearchQuery(
                query.tenant(), query.visibility(), query.ledger(), query.condition(), query.sort(), query.descending(), cursor,
                query.limit(), query.countLimit(), query.snippets());
    }

    private static String marked(Snippet snippet) {
        return snippet.text().substring(snippet.start(), snippet.end());
    }

    // -- what is there

    private static List<IndexedRecord> write(SearchIndex index, List<IndexedRecord> records) throws SearchException {
        index.write(records, List.of());
        return records;
    }

    private IndexedRecord record(String title, Map<String, List<IndexValue>> values, List<String> keywords, List<String> pages) {
        var all = new HashMap<>(values);
        all.put("title", List.of(new IndexValue.Text(title)));
        return new IndexedRecord(tenant, RecordId.random(), "contracts", Set.of("all"), 1, all, keywords, pages);
    }

    private List<IndexedRecord> randomRecords(int count) {
        var records = new ArrayList<IndexedRecord>();
        for (int i = 0; i < count; i++) {
            var values = new HashMap<String, List<IndexValue>>();
            for (String field : FIELDS) {
                if (random.nextInt(4) > 0) {
                    values.put(field, randomValues(field));
                }
            }
            records.add(new IndexedRecord(
                    tenant, new RecordId(new UUID(random.nextLong(), random.nextLong())), random.nextBoolean() ? "contracts" : "books",
                    Set.of("all", "group-" + i % 3), i, values, randomTexts(3, 6), randomTexts(3, 60)));
        }
        return records;
    }

    private List<IndexValue> randomValues(String field) {
        return switch (field) {
            case "amount" -> List.of(SearchModel.number(
                    random.nextInt(3) == 0 ? random.nextInt(5) + ".5" : random.nextLong(-99_999_999_999_999L, 99_999_999_999_999L) + ".1234"));
            case "end_date" -> List.of(new IndexValue.Day(LocalDate.of(2020 + random.nextInt(3), 1 + random.nextInt(12), 1)));
            case "kind", "flag" -> List.of(new IndexValue.Code(random.nextBoolean() ? "true" : "Nda-" + random.nextInt(3)));
            case "parties" -> {
                var texts = new ArrayList<IndexValue>();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    texts.add(new IndexValue.Text(randomText(1 + random.nextInt(4)) + "社"));
                }
                yield texts;
            }
            default -> List.of(new IndexValue.Text(randomText(1 + random.nextInt(3)) + random.nextInt(3)));
        };
    }

    private List<String> randomTexts(int most, int length) {
        var texts = new ArrayList<String>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            texts.add(randomText(random.nextInt(length)));
        }
        return texts;
    }

    private String randomText(int length) {
        int[] letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        random.ints(length, 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
        return text.toString();
    }

    private String substring(String text, int length) {
        int[] letters = text.codePoints().toArray();
        if (letters.length == 0) {
            return "契";
        }
        int start = random.nextInt(letters.length);
        return new String(letters, start, Math.min(length, letters.length - start));
    }

    private SearchCondition randomCondition(List<IndexedRecord> records, int depth) {
        IndexedRecord source = records.get(random.nextInt(records.size()));
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        List<IndexValue> values = source.values().getOrDefault(field, List.of());
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> new Exists(field);
            case 1 -> values.isEmpty() ? new Exists("no_such_field") : new Equal(field, values.get(values.size() - 1));
            case 2 -> randomRange();
            case 3 -> new Contains(
                    random.nextBoolean() ? "title" : "parties",
                    values.isEmpty() || !(values.get(0) instanceof IndexValue.Text text) ? "社" : substring(text.value(), 2),
                    random.nextBoolean());
            case 4 -> new Keyword(
                    source.keywords().isEmpty() ? "A" : substring(source.keywords().get(0), 1 + random.nextInt(3)),
                    random.nextBoolean());
            case 5 -> new FullText(randomText(1), random.nextBoolean());
            case 6 -> new SearchCondition.And(randomConditions(records, depth));
            case 7 -> new SearchCondition.Or(randomConditions(records, depth));
            default -> new Not(randomCondition(records, depth - 1));
        };
    }

    private List<SearchCondition> randomConditions(List<IndexedRecord> records, int depth) {
        var parts = new ArrayList<SearchCondition>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(randomCondition(records, depth - 1));
        }
        return parts;
    }

    private SearchCondition randomRange() {
        boolean day = random.nextBoolean();
        String field = day ? "end_date" : "amount";
        Optional<IndexValue> from = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(randomValues(field).get(0));
        Optional<IndexValue> to = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(randomValues(field).get(0));
        return new Between(field, from, to);
    }
}
