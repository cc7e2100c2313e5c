package io.fumikura.rest.internal.dto;

import io.fumikura.document.Previews;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a page.
 *
 * @param chars four numbers (left, top, right, bottom as fractions of the page) per UTF-16 character of {@code text}; empty
 *     where the page has no layout
 */
public record PageTextDto(int page, TextSource source, String text, List<LineDto> lines, List<Float> chars) {

    public record LineDto(int start, int end, List<Float> box) {}

    public record PageSizeDto(int page, double width, double height) {}

    public record HitDto(int page, int start, int end, List<List<Float>> boxes) {

        public static HitDto of(Previews.Hit hit) {
            return new HitDto(hit.page(), hit.start(), hit.end(), DetailDto.fractions(hit.boxes()));
        }
    }

    public static PageTextDto of(PageText page) {
        List<LineDto> lines = page.rows().stream()
                .map(line -> new LineDto(line.start(), line.end(), rounded(line.box())))
                .toList();
        boolean layout = page.lines().stream().anyMatch(line -> !line.box().isNone());
        var chars = new ArrayList<Float>(layout ? page.text().length() * 4 : 0);
        for (int i = 0; layout && i < page.text().length(); i++) {
            chars.addAll(rounded(page.box(i)));
        }
        return new PageTextDto(page.number(), page.source(), page.text(), lines, chars);
    }

    private static List<Float> rounded(Box box) {
        return List.of(round(box.left()), round(box.top()), round(box.right()), round(box.bottom()));
    }

    private static float round(float fraction) {
        return Math.round(fraction * 10_000) / 10_000f;
    }
}
