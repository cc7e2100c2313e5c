package io.fumikura.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of the database whose columns can be replaced one by one. */
record TemplateRow(String table, Map<String, @Nullable Object> columns) {

    static List<TemplateRow> read(Connection database, String table, String condition, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = database.prepareStatement("select * from " + table + " where " + condition)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<TemplateRow>();
            try (ResultSet found = select.executeQuery()) {
                ResultSetMetaData names = found.getMetaData();
                while (found.next()) {
                    var columns = new LinkedHashMap<String, @Nullable Object>();
                    for (int column = 1; column <= names.getColumnCount(); column++) {
                        columns.put(names.getColumnName(column).toLowerCase(Locale.ROOT), found.getObject(column));
                    }
                    rows.add(new TemplateRow(table, columns));
                }
            }
            return rows;
        }
    }

    /** A statement that inserts rows like this one. */
    PreparedStatement insertion(Connection database) throws SQLException {
        String marks = columns.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        return database.prepareStatement("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values (" + marks + ")");
    }

    /** Adds this row, with some columns replaced, to a batch of {@link #insertion}. */
    void add(PreparedStatement insertion, Map<String, ?> replaced) throws SQLException {
        int place = 1;
        for (Map.Entry<String, @Nullable Object> column : columns.entrySet()) {
            String name = column.getKey();
            insertion.setObject(place++, replaced.containsKey(name) ? replaced.get(name) : column.getValue());
        }
        insertion.addBatch();
    }

    String text(String column) {
        return String.valueOf(columns.get(column));
    }
}
