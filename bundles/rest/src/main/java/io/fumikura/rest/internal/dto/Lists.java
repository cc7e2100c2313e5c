package io.fumikura.rest.internal.dto;

import io.fumikura.document.InputState;
import io.fumikura.document.Ledgers;
import io.fumikura.document.RecordSummary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of lists. */
public final class Lists {

    private Lists() {}

    public record PageDto(
            List<RowDto> rows, long total, boolean totalExact, @Nullable String next, boolean degraded, boolean rebuilding) {

        public static PageDto of(Ledgers.Page page) {
            return new PageDto(
                    page.rows().stream().map(RowDto::of).toList(),
                    page.total(),
                    page.totalExact(),
                    page.next().orElse(null),
                    page.degraded(),
                    page.rebuilding());
        }
    }

    public record RowDto(RecordDto record, List<SnippetDto> snippets) {

        static RowDto of(Ledgers.Row row) {
            return new RowDto(
                    RecordDto.of(row.record()),
                    row.snippets().stream()
                            .map(snippet -> new SnippetDto(
                                    snippet.page(), snippet.text(), snippet.start(), snippet.end()))
                            .toList());
        }
    }

    public record SnippetDto(int page, String text, int start, int end) {}

    public record OverviewDto(
            List<RecordDto> recent,
            List<RecordDto> attention,
            List<RecordDto> working,
            Map<InputState, Long> counts) {

        public static OverviewDto of(Ledgers.Overview overview) {
            return new OverviewDto(
                    records(overview.recent()),
                    records(overview.attention()),
                    records(overview.working()),
                    overview.counts());
        }

        private static List<RecordDto> records(List<RecordSummary> records) {
            return records.stream().map(RecordDto::of).toList();
        }
    }
}
