package io.fumikura.extract.rules.en;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a contract names its parties. */
final class PartySources {

    private static final Pattern LABEL = Pattern.compile("\\bParty (?<label>[A-D]|[1-4]|One|Two): ?");

    private static final Pattern SIGNATURES = Pattern.compile("\\b(?i:IN WITNESS WHEREOF|duly authori[sz]ed representatives?|executed (?:this|the) )");

    /** A company above its signature: "ACME, INC. By: ____". */
    private static final Pattern SIGNATORY = Pattern.compile("(?<name>" + CompanyNames.NAME.pattern().replace("(?<name>", "(?:") + ")[,:]? (?:a [^:]{0,40} )?(?:By|BY|Per|Signature|/s/)[: ]");

    private PartySources() {}

    static List<Found<String>> best(Contract contract) {
        Opening opening = contract.opening();
        List<Found<String>> names = List.of();
        if (opening.isFound()) {
            names = new PartyScanner(contract.text(), opening.end()).scan(opening.parties());
        }
        if (names.size() < 2) {
            List<Found<String>> other = labelled(contract.text());
            other = other.size() > 1 ? other : signatories(contract.text());
            names = other.size() > names.size() ? other : names;
        }
        return names;
    }

    private static List<Found<String>> labelled(String text) {
        var found = new ArrayList<Found<String>>();
        var labels = new ArrayList<String>();
        Matcher label = LABEL.matcher(text).region(0, Math.min(text.length(), 5_000));
        while (label.find()) {
            Matcher name = CompanyNames.NAME.matcher(text).region(label.end(), Math.min(text.length(), label.end() + 120));
            if (!labels.contains(label.group("label")) && name.lookingAt()) {
                labels.add(label.group("label"));
                int end = Math.max(name.start("name") + 1, text.substring(name.start("name"), name.end("name")).replaceAll(" (?:Party|This)\\b.*", "").length() + name.start("name"));
                found.add(new Found<>(text.substring(name.start("name"), end), name.start("name"), end, 0.85));
            }
        }
        return found;
    }

    private static List<Found<String>> signatories(String text) {
        var found = new ArrayList<Found<String>>();
        Matcher signatures = SIGNATURES.matcher(text);
        int from = -1;
        while (signatures.find()) {
            from = from < 0 || found.isEmpty() ? signatures.end() : from;
        }
        if (from < 0) {
            return found;
        }
        Matcher name = SIGNATORY.matcher(text).region(from, Math.min(text.length(), from + 2_500));
        while (name.find() && found.size() < 8) {
            String value = name.group("name");
            if (CompanyNames.hasForm(value) && found.stream().noneMatch(other -> other.value().equalsIgnoreCase(value))) {
                found.add(new Found<>(value, name.start("name"), name.end("name"), 0.5));
            }
        }
        return found;
    }
}
