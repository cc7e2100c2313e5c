package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Parties (契約当事者) from the preamble; those that it leaves open from labels and signature blocks. */
final class PartiesRule implements Rule {

    private static final Pattern ADDRESSEE = Pattern.compile("(?m)^[ \\t]*+(?<name>[^\\n。、]{2,40}?)(?:\\n[ \\t]*(?:代表|取締役)[^\\n。、]{0,30}?)?[ \\t]*(?:御[ ]?中|殿|様)[ \\t]*$");
    private static final Pattern SIGNER = Pattern.compile("(?m)^[ \\t]*+(?:氏[ ]*名|署[ ]*名|社[ ]*名|会社名|名[ ]*称)[ \\t]*[::]?[ \\t]*(?<name>[^\\n]{2,40})$");
    private static final int OPENING = 800;

    @Override
    public List<Finding> find(Source source) {
        List<Party> preamble = PreambleParties.find(source);
        List<Party> signatures = SignatureParties.find(source);
        var parties = merge(preamble, signatures);
        if (parties.isEmpty()) {
            parties = pledge(source);
        }
        if (parties.size() < 2) {
            parties = add(parties, SignatureParties.unmarked(source));
        }
        if (parties.isEmpty()) {
            return List.of();
        }
        double confidence = parties.size() == 1 ? 0.7 : preamble.isEmpty() ? 0.85 : 0.93;
        return List.of(new Finding(
                "parties",
                new FieldValue.Texts(parties.stream().map(Party::name).toList()),
                parties.stream().map(Party::place).toList(),
                confidence));
    }

    private static List<Party> merge(List<Party> preamble, List<Party> signatures) {
        Map<String, Party> byRole = new LinkedHashMap<>();
        preamble.forEach(party -> byRole.putIfAbsent(party.role(), party));
        // A preamble that names all its parties is enough: what stands below may be guarantors, witnesses, offices.
        signatures.stream()
                .filter(party -> preamble.size() < 2 || party.role().matches("[甲乙丙丁戊]"))
                .filter(party -> byRole.values().stream().noneMatch(other -> same(other, party)))
                .forEach(party -> byRole.putIfAbsent(party.role(), party));
        var merged = new ArrayList<>(byRole.values());
        if (merged.stream().allMatch(party -> "甲乙丙丁戊".contains(party.role()))) {
            merged.sort(java.util.Comparator.comparingInt(party -> "甲乙丙丁戊".indexOf(party.role())));
        }
        return merged.size() > 20 ? merged.subList(0, 20) : merged;
    }

    private static List<Party> add(List<Party> parties, List<Party> unmarked) {
        var all = new ArrayList<>(parties);
        unmarked.stream()
                .filter(party -> all.stream().noneMatch(other -> same(other, party)))
                .forEach(all::add);
        // One more name beside a single one is the other side; more may be anybody.
        return all.size() <= 4 ? all : parties;
    }

    private static boolean same(Party one, Party other) {
        return one.key().equals(other.key());
    }

    /** One-sided: to whom it is given, and who gives it. */
    private static List<Party> pledge(Source source) {
        var parties = new ArrayList<Party>();
        source.matches(ADDRESSEE)
                .filter(match -> match.start() < OPENING)
                .flatMap(match -> Names.find(match.group(1), match.start(1)).stream())
                .filter(part -> Names.isEntity(part.text()))
                .findFirst()
                .ifPresent(part -> parties.add(Party.of("宛先", part)));
        if (!parties.isEmpty()) {
            source.matches(SIGNER)
                    .flatMap(match -> Names.find(match.group(1), match.start(1)).stream())
                    .findFirst()
                    .ifPresent(part -> parties.add(Party.of("差入人", part)));
        }
        return parties;
    }
}
