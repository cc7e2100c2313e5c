package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who signs: the company above "By: ____", and whoever is signed "for and on behalf of". */
final class SignatureBlocks {

    private static final Pattern SIGNATURES = Pattern.compile(
            "\\b(?i:IN WITNESS WHEREOF|duly authori[sz]ed representatives?|executed (?:this|the) |caused this agreement|dated:)");

    /** A company above its signature: "ACME, INC. By: ____". */
    private static final Pattern SIGNATORY = Pattern.compile("(?<![\\p{L}\\p{N}])(?<name>" + CompanyNames.NAME.pattern().replace("(?<name>", "(?:")
            + ")[,:]{0,2} (?:a [^:]{0,40} )?(?:By|BY|Per|Signature|/s/)[: ]");

    /** "By: /s/": the word is part of no name. */
    private static final Pattern BY = Pattern.compile(" (?:By|BY)$");

    /** "Signed for and on behalf of ACME TELECOM". */
    private static final Pattern ON_BEHALF = Pattern.compile(
            "\\b(?i:for and [.]?on behalf of|(?:signed|executed|sealed|delivered)(?: for)?(?: and)? on behalf of|signed,? sealed and delivered by):? ?");

    /** What follows a name in a block of signatures. */
    private static final Pattern NEXT_LINE = Pattern.compile(
            " (?:-|By|BY|by|Name|NAME|Title|TITLE|Signature|SIGNATURE|Signed|Date|DATE|Per|Its|For|FOR|Witness|WITNESS|Page|PAGE)\\b.*$|[ _-]+$");

    private static final Pattern OFFICE = Pattern.compile(
            "^.*\\b(?:(?i:general counsel|(?:vice )?president|chief \\w+ officer|c[ef]o|director|manager|secretary|treasurer|(?:authori[sz]ed )?signatory|member|chairman|attorney|partner|officer|\\d{4}\\.))[ ,-]+(?:\\d+ - )?(?=\\p{L})");

    /** What the signing company is called above: "Developer ACME, INC." */
    private static final Pattern ROLE = Pattern.compile(
            "^(?:(?i:attest|witness|accepted|agreed|the|master|company|developer|client|customer|buyer|seller|supplier|vendor|distributor|licensor|licensee|franchisor|franchisee|consultant|contractor|manufacturer|provider|owner|agent|sponsor|purchaser|landlord|tenant)[:.]? )+(?=\\p{Lu})");

    /** A legal form in the midst, behind which another name begins: two signatures side by side. */
    private static final Pattern BESIDE = Pattern.compile("(?<=[\\p{L}.)],? (?:L\\.P\\.|LP|LLC|L\\.L\\.C\\.|INC\\.|Inc\\.|LTD\\.|Ltd\\.)) (?=\\p{Lu}[\\p{L}&]+ )");

    private static final int LONGEST = 120;

    /** So long is the part with the signatures of a contract among a few. */
    private static final int REACH = 6_000;

    private static final int MOST = 100;

    private final Prose prose;
    private final String text;
    private final List<Found<String>> found = new ArrayList<>();

    private SignatureBlocks(Prose prose) {
        this.prose = prose;
        text = prose.text();
    }

    static List<Found<String>> names(Prose prose) {
        var blocks = new SignatureBlocks(prose);
        blocks.onBehalf();
        if (blocks.found.size() < 2) {
            blocks.signatories();
        }
        return blocks.found;
    }

    private void onBehalf() {
        Matcher match = ON_BEHALF.matcher(text).region(text.length() / 3, text.length());
        while (match.find() && found.size() < MOST) {
            int end = Math.min(text.length(), match.end() + LONGEST);
            for (int i = match.end() + 1; i < end; i++) {
                end = text.charAt(i) == ' ' && (prose.isLineBreak(i) || prose.isWideGap(i)) ? i : end;
            }
            Matcher name = CompanyNames.NAME.matcher(text).region(match.end(), end);
            if (name.lookingAt()) {
                String words = NEXT_LINE.matcher(name.group("name")).replaceFirst("");
                add(name.start("name"), name.start("name") + CompanyNames.length(words), false, 0.5);
            }
        }
    }

    private void signatories() {
        Optional<Integer> from = SIGNATURES.matcher(text).results().map(place -> place.end()).max(Comparator.naturalOrder());
        int start = from.orElse(Math.max(0, text.length() - REACH / 2));
        Matcher match = SIGNATORY.matcher(text).region(start, Math.min(text.length(), start + REACH));
        while (match.find() && found.size() < MOST) {
            int end = match.end("name") - (BY.matcher(match.group("name")).find() ? 3 : 0);
            int begin = begin(match.start("name"), end);
            boolean onBehalf = prose.before(begin, 5).endsWith("By: ");
            if (!onBehalf) {
                Matcher beside = BESIDE.matcher(text).region(begin, end);
                while (beside.find()) {
                    add(begin, beside.start(), true, 0.5);
                    begin = beside.end();
                }
                add(begin, end, true, 0.5);
            }
        }
    }

    private void add(int start, int end, boolean withForm, double confidence) {
        String name = CompanyNames.trim(text.substring(start, end));
        boolean named = CompanyNames.hasForm(name) || !withForm && name.length() > 2;
        if (named && !PartyScanner.isNoName(name) && found.stream().noneMatch(other -> PartyScanner.isSame(other.value(), name))) {
            found.add(new Found<>(name, start, end, confidence));
        }
    }

    /** Behind the line before, behind the office of the one who signed above and what the company is called. */
    private int begin(int start, int end) {
        int begin = start;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == ' ' && (prose.isLineBreak(i) || prose.isWideGap(i)) && CompanyNames.hasForm(text.substring(i + 1, end))) {
                begin = i + 1;
            }
        }
        Matcher office = OFFICE.matcher(text).region(begin, end);
        begin = office.lookingAt() ? office.end() : begin;
        Matcher role = ROLE.matcher(text).region(begin, end);
        return role.lookingAt() && CompanyNames.hasForm(text.substring(role.end(), end)) ? role.end() : begin;
    }
}
