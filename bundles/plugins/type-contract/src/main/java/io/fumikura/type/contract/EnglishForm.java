package io.fumikura.type.contract;

import io.fumikura.document.spi.DocumentType.Classification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells English contracts by their form. */
final class EnglishForm {

    private static final Pattern CONTRACT = Pattern.compile(
            "(?i)\\b(?:agreements?|contracts?|amendment|addendum|lease|deed|memorandum of (?:understanding|agreement)|letter of intent|term sheet"
                    + "|statement of work|license|licence|covenant|indenture|undertaking)\\b");
    private static final Pattern OTHER = Pattern.compile(
            "(?i)\\b(?:terms (?:of (?:use|service|sale)|(?:and|&) conditions)|privacy (?:policy|notice|statement)|invoice|receipt|quotation|quote|purchase order"
                    + "|delivery note|credit note|minutes of|meeting minutes|handbook|code of conduct|cookie policy|(?:security|acceptable use) policy"
                    + "|annual report|press release|curriculum vitae|statement of account|rechnung|facture|factura|fattura)\\b");
    private static final Pattern CONCLUDES = Pattern.compile(
            "(?i)(?:by and between|by and among|is made|made and entered|entered into|hereby agree|agree as follows|is dated as of)");
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)in witness whereof|duly authori[sz]ed (?:representative|officer)|executed (?:this agreement|as of|as a deed)|hereinafter (?:referred|called)");
    private static final Pattern THIS_CONTRACT =
            Pattern.compile("(?i)\\bthis (?:[a-z]+ ){0,2}(?:agreement|contract|amendment|lease|deed)\\b");
    private static final Pattern PARTIES = Pattern.compile("(?i)\\b(?:the|either|both|each) part(?:y|ies)\\b");
    private static final Pattern WORD = Pattern.compile("(?i)\\b(?!(?:of|and|or|the|for|to|in|by|no|between|among|a|an|on|with)\\b)[a-z]{2,}");
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Z][A-Za-z,&-]+ ){1,6}(?:AGREEMENT|Agreement|CONTRACT|Contract|ADDENDUM|AMENDMENT|LEASE|DEED)\\b");
    private static final Map<String, Pattern> KINDS = kinds();

    private EnglishForm() {}

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put("amendment", Pattern.compile("\\bamend(?:ment)?\\b|addendum|supplement to"));
        kinds.put("memorandum", Pattern.compile("memorandum|letter of intent|term sheet"));
        kinds.put("nda", Pattern.compile("non-?\\s?disclosure|confidentiality|\\bnda\\b|secrecy"));
        kinds.put("employment", Pattern.compile("employment|offer letter"));
        kinds.put("dispatch", Pattern.compile("staffing|secondment"));
        kinds.put("lease", Pattern.compile("\\blease\\b|rental|tenancy"));
        kinds.put("license", Pattern.compile("licen[sc]|subscription|intellectual property"));
        kinds.put("agency", Pattern.compile("agency|distribut|reseller|franchise|affiliate|dealer|sales representative|marketing|promotion|co-?branding|agent|\\bagency"));
        kinds.put("joint-development", Pattern.compile("joint|collaborat|co-?development|alliance|co-?operation|venture"));
        kinds.put("loan", Pattern.compile("\\bloan\\b|credit agreement|promissory"));
        kinds.put("transfer", Pattern.compile("assignment|transfer|\\bacquisition"));
        kinds.put("contract-for-work", Pattern.compile("construction|contract for work"));
        kinds.put("sale", Pattern.compile("\\bsales?\\b|purchase|supply"));
        kinds.put("pledge", Pattern.compile("undertaking|pledge|covenant"));
        kinds.put(
                "services",
                Pattern.compile("services?\\b|consult|maintenance|outsourc|develop|hosting|sponsor|endorse|manufactur|transport|management|processing"));
        kinds.put("master", Pattern.compile("\\bmaster\\b|framework"));
        return kinds;
    }

    static Optional<Classification> judge(Opening opening, String fileName) {
        Title title = title(opening);
        int score = title.weight
                + (CONCLUDES.matcher(opening.text()).find() ? 1 : 0)
                + (CLOSING.matcher(opening.text()).find() ? 1 : 0)
                + (opening.count(THIS_CONTRACT) >= 3 ? 2 : 0)
                + (opening.count(PARTIES) >= 3 ? 1 : 0);
        if (score < 3) {
            return Optional.empty();
        }
        String words = fileName.replace('_', ' ').replaceFirst("\\.[^.]*$", "");
        String kind = Stream.of(title.line, words, title.weight > 0 ? "" : opening.start(600))
                .flatMap(named -> kind(named).stream())
                .findFirst()
                .orElse("other");
        return Optional.of(new Classification(kind, Math.min(0.98, 0.5 + score * 0.07)));
    }

    private record Title(String line, int weight) {}

    /** The first line that is a title of some kind decides; a title on several lines is read as one. */
    private static Title title(Opening opening) {
        List<String> lines = opening.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() <= 120 && !line.endsWith(".") && isHeading(line)) {
                boolean contract = CONTRACT.matcher(line).find();
                if (OTHER.matcher(line).find()) {
                    return new Title(line, contract ? 0 : -3);
                }
                if (contract) {
                    String above = i > 0 && isHeading(lines.get(i - 1)) && lines.get(i - 1).length() <= 80 ? lines.get(i - 1) + " " : "";
                    return new Title(above + line, 3);
                }
            }
        }
        return buried(opening);
    }

    /** Some readers give a page as one line: then a capitalised name near its start will do. */
    private static Title buried(Opening opening) {
        Matcher name = NAME.matcher(opening.start(250));
        return name.find() && !OTHER.matcher(opening.start(250)).find() ? new Title(name.group(), 2) : new Title("", 0);
    }

    /** Titles are capitalised; sentences are not. */
    private static boolean isHeading(String line) {
        long small = WORD.matcher(line).results().filter(word -> Character.isLowerCase(word.group().charAt(0))).count();
        long words = WORD.matcher(line).results().count();
        return words > 0 && small * 3 <= words;
    }

    private static Optional<String> kind(String named) {
        String lower = named.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
