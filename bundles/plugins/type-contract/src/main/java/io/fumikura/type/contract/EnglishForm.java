package io.fumikura.type.contract;

import io.fumikura.document.spi.DocumentType.Classification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells English contracts by their form. */
final class EnglishForm {

    private static final Pattern CONTRACT = Pattern.compile(
            "(?i)\\b(?:agreement|contract|amendment|addendum|lease|deed|memorandum of (?:understanding|agreement)|letter of intent"
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
    private static final Map<String, Pattern> KINDS = kinds();

    private EnglishForm() {}

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put("amendment", Pattern.compile("amendment|addendum|supplement"));
        kinds.put("memorandum", Pattern.compile("memorandum|letter of intent|term sheet"));
        kinds.put("nda", Pattern.compile("non-?\\s?disclosure|confidentiality|\\bnda\\b|secrecy"));
        kinds.put("employment", Pattern.compile("employment|offer letter"));
        kinds.put("dispatch", Pattern.compile("staffing|secondment"));
        kinds.put("lease", Pattern.compile("\\blease\\b|rental|tenancy"));
        kinds.put("license", Pattern.compile("licen[sc]|subscription"));
        kinds.put("agency", Pattern.compile("agency|distribut|reseller|franchise|affiliate|dealer|sales representative|marketing"));
        kinds.put("joint-development", Pattern.compile("joint|collaboration|co-?development|alliance|cooperation"));
        kinds.put("loan", Pattern.compile("\\bloan\\b|credit agreement|promissory"));
        kinds.put("transfer", Pattern.compile("assignment|transfer|\\bacquisition"));
        kinds.put("contract-for-work", Pattern.compile("construction|contract for work"));
        kinds.put("sale", Pattern.compile("\\bsales?\\b|purchase|supply"));
        kinds.put("pledge", Pattern.compile("undertaking|pledge|covenant"));
        kinds.put(
                "services",
                Pattern.compile("services?\\b|consult|maintenance|outsourcing|development|hosting|sponsorship|endorsement|manufactur|transport"));
        kinds.put("master", Pattern.compile("\\bmaster\\b|framework"));
        return kinds;
    }

    static Optional<Classification> judge(Opening opening) {
        Title title = title(opening);
        int score = title.weight
                + (CONCLUDES.matcher(opening.text()).find() ? 1 : 0)
                + (CLOSING.matcher(opening.text()).find() ? 1 : 0)
                + (opening.count(THIS_CONTRACT) >= 3 ? 2 : 0)
                + (opening.count(PARTIES) >= 3 ? 1 : 0);
        if (score < 3) {
            return Optional.empty();
        }
        String named = title.weight > 0 ? title.line : "";
        return Optional.of(new Classification(kind(named), Math.min(0.98, 0.5 + score * 0.07)));
    }

    private record Title(String line, int weight) {}

    private static Title title(Opening opening) {
        for (String line : opening.lines()) {
            if (line.length() <= 120 && !line.endsWith(".")) {
                if (OTHER.matcher(line).find() && !CONTRACT.matcher(line).find()) {
                    return new Title(line, -3);
                }
                if (CONTRACT.matcher(line).find()) {
                    return new Title(line, 2);
                }
            }
        }
        return new Title("", 0);
    }

    private static String kind(String named) {
        String lower = named.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("other");
    }
}
