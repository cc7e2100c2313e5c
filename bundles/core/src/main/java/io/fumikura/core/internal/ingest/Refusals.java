package io.fumikura.core.internal.ingest;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What uploads are refused with. */
final class Refusals {

    private Refusals() {}

    static PlatformException tooLarge(long most) {
        long megabytes = most / (1024 * 1024);
        return new PlatformException(
                Category.TOO_LARGE,
                "upload.too-large",
                "The file is larger than the " + megabytes + " MB that the plan allows.",
                Map.of("limit", most),
                null);
    }

    static PlatformException incomplete(@Nullable Throwable cause) {
        return new PlatformException(
                Category.INVALID, "upload.incomplete", "The connection broke off before the whole file was there; send it again.", Map.of(), cause);
    }

    static PlatformException empty() {
        return new PlatformException(Category.INVALID, "upload.empty", "The file is empty.");
    }

    static PlatformException quota(long limit, long used) {
        return new PlatformException(
                Category.TOO_MANY,
                "upload.quota",
                "This month's " + limit + " uploads of the plan are used up (" + used
                        + " so far). Wait for the next month, or change to a higher plan.",
                Map.of("limit", limit, "used", used),
                null);
    }

    static PlatformException noPlan(String plan) {
        return new PlatformException(
                Category.UNAVAILABLE,
                "plan.missing",
                "The plan tier " + plan + " is not running at the moment, so that nothing can be uploaded; existing data stays as it is.",
                Map.of("plan", plan),
                null);
    }

    static PlatformException unsupported(String name, boolean image) {
        String advice = image ? " Save it as PDF, PNG, JPEG or TIFF and send that." : "";
        return new PlatformException(
                Category.UNSUPPORTED,
                "upload.unsupported",
                "The file is of a type that is not taken: " + name + "." + advice,
                Map.of("type", name),
                null);
    }

    static PlatformException locked(String name) {
        return new PlatformException(
                Category.REFUSED,
                "upload.protected",
                "The file is protected (" + name + "). Take the protection off, or print it to PDF, and send it again.",
                Map.of("type", name),
                null);
    }

    static PlatformException corrupt(String message) {
        return new PlatformException(Category.REFUSED, "upload.corrupt", message, Map.of("reason", message), null);
    }

    static PlatformException storage(@Nullable Throwable cause) {
        return new PlatformException(
                Category.UNAVAILABLE, "storage.unavailable", "The file could not be stored at the moment; try again.", Map.of(), cause);
    }

    static PlatformException unknownLedger(String ledger) {
        return new PlatformException(
                Category.INVALID, "ledger.unknown", "There is no ledger " + ledger + ".", Map.of("ledger", ledger), null);
    }

    static PlatformException unknownPending() {
        return new PlatformException(
                Category.NOT_FOUND, "upload.unknown", "There is no such pending upload; it may have been confirmed, cancelled or older than 24 hours.");
    }
}
