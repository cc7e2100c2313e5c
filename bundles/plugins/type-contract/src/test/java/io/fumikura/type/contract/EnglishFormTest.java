package io.fumikura.type.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.testkit.SampleText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishFormTest {

    private static final String BODY = "\n\nThis Agreement is entered into as of 1 April 2026 by and between Aoba Electric Ltd. and Hinoki Inc.\n"
            + "The parties agree as follows.\n1. Scope. This Agreement governs the work of either party.\nIN WITNESS WHEREOF the parties sign this Agreement.\n";

    @ParameterizedTest
    @CsvSource({
        "MUTUAL NON-DISCLOSURE AGREEMENT, nda", "Consulting Agreement, services", "MASTER SERVICES AGREEMENT, services", "Software License Agreement, license",
        "DISTRIBUTION AGREEMENT, agency", "Share Purchase Agreement, sale", "EMPLOYMENT AGREEMENT, employment", "AMENDMENT NO. 2 TO SUPPLY AGREEMENT, amendment",
        "Memorandum of Understanding, memorandum", "Office Lease, lease", "Loan Agreement, loan", "AGREEMENT, other", "Joint Venture Agreement, joint-development"
    })
    void tellsContractsAndTheirKinds(String title, String kind) {
        assertThat(new ContractDocuments().classify(SampleText.plain(title + BODY), "a.pdf"))
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "TERMS OF SERVICE\n\nThese terms govern your use of our website. By using it you agree to them.",
        "Privacy Policy\n\nWe collect the data that you give us.",
        "INVOICE\nBill to: Hinoki Inc.\nService agreement no. 12\nTotal: $1,100.00",
        "PURCHASE ORDER\nVendor: Hinoki Inc.\nThis order is subject to our agreement.",
        "Minutes of the Board of Directors\nThe board approved the lease agreement.",
        "Employee Handbook\nWelcome to Aoba. This handbook is not a contract.",
        "Dear Sir,\nthank you for your letter of 1 April."
    })
    void otherDocumentsAreNoContracts(String text) {
        assertThat(new ContractDocuments().classify(SampleText.plain(text), "a.pdf")).isEmpty();
    }
}
