package io.fumikura.search.spi;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a record must be like. */
@ProviderType
public sealed interface SearchCondition {

    record And(List<SearchCondition> parts) implements SearchCondition {

        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<SearchCondition> parts) implements SearchCondition {

        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(SearchCondition part) implements SearchCondition {}

    /** One of the field's values equals the value (texts: whole text, folded). */
    record Equal(String field, IndexValue value) implements SearchCondition {}

    /** One of the field's texts contains the part; folded as a Japanese reader expects unless exact. */
    record Contains(String field, String part, boolean exact) implements SearchCondition {}

    /** One of the field's values lies between, both inclusive; an empty end is open. For numbers and days. */
    record Between(String field, Optional<IndexValue> from, Optional<IndexValue> to) implements SearchCondition {}

    /** The field has a value. */
    record Exists(String field) implements SearchCondition {}

    /** One of the keywords of the record contains the part. */
    record Keyword(String part, boolean exact) implements SearchCondition {}

    /**
     * The text of a page contains the part: any substring from one character up. Folds width, case, kana width, 新旧字体/異体字
     * (髙 = 高, 渡邉 = 渡辺) unless exact. White space beside Japanese characters does not count, so that a sentence is found across
     * its lines; elsewhere any amount of it is one blank.
     */
    record FullText(String part, boolean exact) implements SearchCondition {}
}
