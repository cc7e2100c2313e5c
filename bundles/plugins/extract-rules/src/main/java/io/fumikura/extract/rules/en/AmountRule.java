package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The amount of a contract: what its sentence calls the price, fee or consideration as a whole. Contracts are full of other amounts (caps,
 * minimums, par values, rates), so an amount without such words before it is none.
 */
final class AmountRule implements Rule {

    private static final Map<String, String> SIGNS = Map.of("$", "USD", "US$", "USD", "C$", "CAD", "A$", "AUD", "HK$", "HKD", "S$", "SGD", "€", "EUR", "£", "GBP", "¥", "JPY");

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\p{L}\\d])(?:(?<sign>US ?\\$|HK\\$|[CAS]\\$|[$€£¥])|(?<code>USD|EUR|GBP|JPY|CAD|AUD|CHF|SGD|HKD|CNY|RMB)(?: ?[$€£¥])?) ?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?)(?! ?(?:%|per ?cent))(?<scale> (?:million|billion|thousand))?");

    private static final Pattern TOTAL = Pattern.compile(
            "\\b(?:(?:total|aggregate|entire|full|overall) (?:[\\w-]+ ){0,2}?(?:price|fees?|amount|consideration|value|sum|cost|compensation)|(?:contract|purchase|subscription|sale) (?:price|sum|amount|value)|(?:license|sponsorship|service|development|upfront|engagement) fee|fixed (?:fee|price)|lump sum|rent of|in consideration (?:of|for))\\b[^.;]{0,90}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTIAL = Pattern.compile(
            "\\b(?:not (?:to )?exceed|up to|minimum|maximum|at least|less than|more than|greater|liabilit\\w+|damages|insurance|coverage|par value|per share|late|penalt\\w+|deductible|cap|limit\\w*|deposit|budget|each|per|additional|value of \\$?\\.0)\\b[^.;]{0,60}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RATE = Pattern.compile(
            "^[^.;,]{0,30}?\\b(?:per|each|an? (?:hour|day|month|year|share|unit|quarter)|monthly|annually|hourly|quarterly|/ ?(?:hour|month|year|unit))\\b", Pattern.CASE_INSENSITIVE);

    /** A price list has more amounts than this, a contract's sentences hardly. */
    private static final int MOST = 500;

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        var findings = new ArrayList<Finding>();
        Matcher amount = AMOUNT.matcher(contract.text());
        for (int times = 0; times < MOST && amount.find(); times++) {
            String before = contract.text().substring(
                    Math.max(contract.prose().sentences().start(amount.start()), amount.start() - 160), amount.start());
            boolean whole = TOTAL.matcher(before).find()
                    && !PARTIAL.matcher(before).find()
                    && !RATE.matcher(contract.prose().after(amount.end(), 40)).find();
            BigDecimal value = value(amount);
            if (whole && value.signum() > 0 && value.precision() - value.scale() <= 18) {
                double late = Math.min(0.1, amount.start() / 1_000_000.0);
                var found = new Found<>(value, amount.start(), amount.end(), 0.65 - late);
                findings.add(contract.finding("amount", new FieldValue.Money(value, Optional.of(currency(amount))), found));
            }
        }
        return findings;
    }

    private static BigDecimal value(Matcher amount) {
        var number = new BigDecimal(amount.group("number").replace(",", ""));
        String scale = amount.group("scale") == null ? "" : amount.group("scale").strip().toLowerCase(Locale.ROOT);
        return switch (scale) {
            case "thousand" -> number.movePointRight(3);
            case "million" -> number.movePointRight(6);
            case "billion" -> number.movePointRight(9);
            default -> number;
        };
    }

    private static Currency currency(Matcher amount) {
        String code = amount.group("code");
        String sign = amount.group("sign") == null ? "" : amount.group("sign").replace(" ", "");
        return Currency.getInstance(code == null ? SIGNS.get(sign) : code.equals("RMB") ? "CNY" : code);
    }
}
