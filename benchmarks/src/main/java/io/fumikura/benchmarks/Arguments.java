package io.fumikura.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line after the benchmark's name: plain arguments and {@code --options} with or without a value. */
final class Arguments {

    private final List<String> plain = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    Arguments(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                plain.add(arguments[i]);
            } else if (i + 1 < arguments.length && !arguments[i + 1].startsWith("--")) {
                options.put(arguments[i], arguments[++i]);
            } else {
                options.put(arguments[i], "");
            }
        }
    }

    /** The only plain argument, a folder. */
    Path folder() {
        if (plain.size() != 1 || !Files.isDirectory(Path.of(plain.get(0)))) {
            throw new IllegalArgumentException("Name one folder that exists, not " + plain + ".");
        }
        return Path.of(plain.get(0));
    }

    Optional<Path> file(String option) {
        return Optional.ofNullable(options.get(option)).filter(value -> !value.isEmpty()).map(Path::of);
    }

    /** Empty without it. */
    String text(String option) {
        return options.getOrDefault(option, "");
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    int number(String option, int otherwise) {
        String value = options.get(option);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes a number, not \"" + value + "\".", e);
        }
    }
}
