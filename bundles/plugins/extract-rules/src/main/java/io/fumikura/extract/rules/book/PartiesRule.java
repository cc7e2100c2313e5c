package io.fumikura.extract.rules.book;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seller and buyer, and from the tenant's own names who of them is the other side, and whether the paper was issued or received. An order
 * is issued by the buyer and addressed to the seller.
 */
final class PartiesRule implements Rule {

    private static final Set<String> FROM_BUYER = Set.of("order", "inspection");
    private static final double LEAST = 0.35;

    @Override
    public List<Finding> find(Source source) {
        var buyers = new Buyers(Sheet.of(source));
        List<Party> addressees = buyers.find();
        List<Party> issuers = new Sellers(source, buyers.cells(addressees)).find();
        boolean fromBuyer = FROM_BUYER.contains(source.request().kind());
        List<Party> sellers = best(fromBuyer ? addressees : issuers);
        List<Party> customers = best(fromBuyer ? issuers : addressees);
        var found = new ArrayList<Finding>();
        sellers.forEach(party -> found.add(finding("seller", party)));
        customers.forEach(party -> found.add(finding("buyer", party)));
        sides(source, sellers, customers, fromBuyer, found);
        return found;
    }

    private static List<Party> best(List<Party> parties) {
        return parties.stream()
                .filter(party -> party.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Party::score).reversed())
                .limit(6)
                .toList();
    }

    private static void sides(Source source, List<Party> sellers, List<Party> buyers, boolean fromBuyer, List<Finding> found) {
        Set<String> own = source.request().ownNames();
        Optional<Party> ownSeller = sellers.stream().filter(party -> party.isOneOf(own)).findFirst();
        Optional<Party> ownBuyer = buyers.stream().filter(party -> party.isOneOf(own)).findFirst();
        boolean sold = ownSeller.isPresent()
                && (ownBuyer.isEmpty() || ownSeller.get().score() >= ownBuyer.get().score());
        if (!sold && ownBuyer.isEmpty()) {
            // Nobody here is the tenant: a paper that one has was, most likely, received from who issued it.
            (fromBuyer ? buyers : sellers).forEach(party -> found.add(finding("counterparty", party.scored(0.7 * party.score()))));
            (fromBuyer ? buyers : sellers).stream().findFirst().ifPresent(party -> found.add(direction("received", party, 0.4)));
            return;
        }
        (sold ? buyers : sellers).stream()
                .filter(party -> !party.isOneOf(own))
                .forEach(party -> found.add(finding("counterparty", party)));
        Party self = sold ? ownSeller.get() : ownBuyer.get();
        found.add(direction(sold != fromBuyer ? "issued" : "received", self, 0.9));
    }

    private static Finding finding(String field, Party party) {
        return Finding.of(field, new FieldValue.Text(party.name()), party.start(), party.end(), party.score());
    }

    private static Finding direction(String code, Party party, double confidence) {
        return Finding.of("direction", new FieldValue.Choice(code), party.start(), party.end(), confidence);
    }
}
