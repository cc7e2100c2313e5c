package io.fumikura.core.internal.ledger;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.index.IndexValues;
import io.fumikura.core.internal.ledger.Columns.Form;
import io.fumikura.document.FieldValue;
import io.fumikura.document.Ledgers.Condition;
import io.fumikura.document.Ledgers.Operator;
import io.fumikura.document.Ledgers.Query;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.SearchCondition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a caller's query into a condition of the index, or refuses it naming the part that makes no sense. */
final class QueryTranslator {

    private final Columns columns;
    private final ZoneId zone;

    QueryTranslator(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
    }

    Optional<SearchCondition> translate(Query query) {
        if (columns.form(query.sort()).isEmpty()) {
            throw invalid("sort", "There is no column " + query.sort() + ".");
        }
        if (query.limit() < 1 || query.limit() > 200) {
            throw invalid("limit", "A page has 1 to 200 rows.");
        }
        var all = new ArrayList<SearchCondition>();
        query.keyword().map(String::strip).filter(word -> !word.isEmpty()).ifPresent(word -> all.add(keyword(word, query)));
        List<SearchCondition> conditions = query.conditions().stream().map(condition -> condition(condition, query.exact())).toList();
        if (query.any() && conditions.size() > 1) {
            all.add(new SearchCondition.Or(conditions));
        } else {
            all.addAll(conditions);
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.size() == 1 ? all.get(0) : new SearchCondition.And(all));
    }

    private static SearchCondition keyword(String word, Query query) {
        var keyword = new SearchCondition.Keyword(word, query.exact());
        return query.fullText()
                ? new SearchCondition.Or(List.of(keyword, new SearchCondition.FullText(word, query.exact())))
                : keyword;
    }

    private SearchCondition condition(Condition condition, boolean exact) {
        String field = condition.field();
        Form form = columns.form(field).orElseThrow(() -> invalid(field, "There is no column " + field + "."));
        SearchCondition plain;
        try {
            plain = plain(condition, form, exact);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw invalid(field, "The value " + condition.value() + " does not fit the column.");
        }
        return condition.negate() ? new SearchCondition.Not(plain) : plain;
    }

    private SearchCondition plain(Condition condition, Form form, boolean exact) {
        String field = condition.field();
        String value = condition.value().strip();
        return switch (condition.operator()) {
            case SET -> new SearchCondition.Exists(field);
            case NOT_SET -> new SearchCondition.Not(new SearchCondition.Exists(field));
            case IS -> is(field, form, value);
            case CONTAINS -> {
                require(form == Form.TEXT && !value.isEmpty(), field, Operator.CONTAINS);
                yield new SearchCondition.Contains(field, value, exact);
            }
            case FROM -> {
                require(form != Form.TEXT && form != Form.CODE, field, Operator.FROM);
                yield new SearchCondition.Between(field, Optional.of(value(form, value, false)), Optional.empty());
            }
            case TO -> {
                require(form != Form.TEXT && form != Form.CODE, field, Operator.TO);
                yield new SearchCondition.Between(field, Optional.empty(), Optional.of(value(form, value, true)));
            }
        };
    }

    private SearchCondition is(String field, Form form, String value) {
        return form == Form.MOMENT
                ? new SearchCondition.Between(
                        field, Optional.of(value(form, value, false)), Optional.of(value(form, value, true)))
                : new SearchCondition.Equal(field, value(form, value, false));
    }

    /** @param last for moments given as a day: its last millisecond instead of its first */
    private IndexValue value(Form form, String text, boolean last) {
        return switch (form) {
            case TEXT -> new IndexValue.Text(text);
            case CODE -> new IndexValue.Code(text);
            case NUMBER -> IndexValues.number(new BigDecimal(text));
            case DAY -> new IndexValue.Day(day(text));
            case PERIOD -> IndexValues.period(new FieldValue.Duration(Period.parse(text)).value());
            case MOMENT -> {
                LocalDate day = day(text);
                yield IndexValues.moment(
                        last
                                ? day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
                                : day.atStartOfDay(zone).toInstant());
            }
        };
    }

    /** Dates that values can have. */
    private static LocalDate day(String text) {
        return new FieldValue.Day(LocalDate.parse(text)).value();
    }

    private static void require(boolean good, String field, Operator operator) {
        if (!good) {
            throw invalid(field, "The column " + field + " can't be asked with " + operator + " and this value.");
        }
    }

    static PlatformException invalid(String part, String message) {
        return new PlatformException(Category.INVALID, "query.invalid", message, Map.of("part", part), null);
    }
}
