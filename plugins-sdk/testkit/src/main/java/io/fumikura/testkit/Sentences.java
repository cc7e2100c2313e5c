package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** Messages that people read. */
public final class Sentences {

    private Sentences() {}

    /** Fails unless the message is a sentence, or ends with a command to run, without names of classes, files of this machine, or null. */
    public static void check(@Nullable String message) {
        assertThat(message)
                .isNotBlank()
                .matches("(?s)[\\p{Lu}\\p{Lo}].*([.。]|apt-get install [a-z0-9 -]+)")
                .doesNotContainPattern("[a-z]\\.[a-z]+\\.[A-Z]|Exception|Error\\b|/tmp/|\\bnull\\b");
    }
}
