package io.fumikura.extract.rules.en;

import java.time.Period;
import java.util.Optional;

/**
 * What a contract tells about its renewal.
 *
 * @param automatic whether it goes on by itself unless somebody objects
 * @param period for how long it is renewed
 * @param notice how long before the end one must object
 */
record Renewal(Found<Boolean> automatic, Optional<Found<Period>> period, Optional<Found<Period>> notice) {}
