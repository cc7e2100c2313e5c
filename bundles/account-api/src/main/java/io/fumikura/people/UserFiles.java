package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Users as CSV (RFC 4180, UTF-8 with or without BOM): ID, name, mail, sub-mails, groups, permissions, language. The header may be Japanese or
 * English, its columns in any order; only name and mail must be there. Several values stand in one cell with a semicolon or line break between
 * them; groups are named by their path, e.g. {@code 本社/営業部}. Cells that a spreadsheet would take for a formula are written with an apostrophe in
 * front, which is taken off again when they are read. Thread-safe.
 */
@ProviderType
public interface UserFiles {

    /** A file with header and one example, in the caller's language. */
    String template(Caller caller);

    /** All users that the caller sees, without deleted ones. */
    String export(Caller caller);

    /**
     * Registers the users of a file. All rows are checked first; when there is anything wrong with one of them, nobody is registered.
     *
     * @param data at most 1 MB and 500 users; not closed
     * @param dryRun to check only
     * @throws PlatformException {@code import.encoding} when it is not UTF-8; {@code import.malformed} when it is no CSV with the columns name and
     *     mail; {@code import.too-large}
     */
    Report load(Caller caller, InputStream data, boolean dryRun);

    /**
     * What came of a file.
     *
     * @param rows users in it
     * @param registered whether they are registered now
     */
    record Report(int rows, boolean registered, List<Problem> problems) {

        public Report {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param row as spreadsheets count: the header is row 1
     * @param column as in the header
     * @param code as that of a {@link PlatformException}
     * @param message in English
     */
    record Problem(int row, String column, String value, String code, String message) {}
}
