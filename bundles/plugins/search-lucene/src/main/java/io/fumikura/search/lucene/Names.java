package io.fumikura.search.lucene;

/** Names of the fields of the index. A change of them, or of what stands in them, needs a new {@link IndexFolder#LAYOUT}. */
final class Names {

    /** Tenant and record: identity of the document. */
    static final String KEY = "_key";
    /** Who may see it: tenant and token, with and without the ledger. */
    static final String ACCESS = "_access";
    /** Fields that have a value. */
    static final String HAS = "_has";
    /** Halves of the record id, in an order in which signed longs sort as the id does. */
    static final String ID_HIGH = "_id1";

    static final String ID_LOW = "_id2";
    static final String VERSION = "_version";
    /** Stored text of each page. */
    static final String PAGE = "_page";

    static final String TEXT = "_text";
    static final String KEYWORDS = "_keywords";

    private static final String[] SORTABLE = {"n/", "d/", "c/", "t/"};

    private Names() {}

    static String number(String field) {
        return SORTABLE[0] + field;
    }

    static String day(String field) {
        return SORTABLE[1] + field;
    }

    /** The first code of a field, for sorting. */
    static String firstCode(String field) {
        return SORTABLE[2] + field;
    }

    /** The beginning of the first text of a field, folded, for sorting. */
    static String firstText(String field) {
        return SORTABLE[3] + field;
    }

    static String codes(String field) {
        return "C/" + field;
    }

    /** Keys of all texts of a field, see {@link TextKeys#key}. */
    static String texts(String field) {
        return "T/" + field;
    }

    static String pairs(String field, boolean exact) {
        return (exact ? "E/" : "F/") + field;
    }

    static String singles(String field, boolean exact) {
        return (exact ? "e/" : "f/") + field;
    }

    static String access(String tenant, String token) {
        return tenant + '\n' + token;
    }

    static String access(String tenant, String token, String ledger) {
        return tenant + '/' + ledger + '\n' + token;
    }
}
