package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.people.UserFiles.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One row of a file of users. */
record Cells(Map<UserColumn, Integer> columns, Csv.Row row, Locale language) {

    String text(UserColumn column) {
        return row.cell(columns.getOrDefault(column, -1));
    }

    /** The values of a cell, those that can be read; the others become problems. */
    <T> List<T> each(UserColumn column, List<Problem> problems, Function<String, T> read) {
        var values = new ArrayList<T>();
        Stream.of(text(column).split("[;；\n]")).map(String::strip).filter(text -> !text.isEmpty()).forEach(text -> {
            try {
                values.add(read.apply(text));
            } catch (PlatformException e) {
                problems.add(new Problem(row.number(), column.in(language), text, e.code(), e.getMessage()));
            }
        });
        return values;
    }

    /** Says what is wrong with a cell that stands for one value, also where it is empty. */
    void check(UserColumn column, List<Problem> problems, Consumer<String> look) {
        try {
            look.accept(text(column));
        } catch (PlatformException e) {
            problems.add(problem(column, e));
        }
    }

    Problem problem(UserColumn column, PlatformException e) {
        return new Problem(row.number(), column.in(language), text(column), e.code(), e.getMessage());
    }
}
