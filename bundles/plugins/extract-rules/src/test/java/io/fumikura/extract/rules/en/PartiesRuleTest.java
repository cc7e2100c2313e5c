package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartiesRuleTest {

    private static List<String> parties(String text) {
        return Reading.of(EnglishContracts.RULES, List.of("parties"), text)
                .best("parties")
                .map(candidate -> ((FieldValue.Texts) candidate.value()).values())
                .orElse(List.of());
    }

    @Test
    void findsPartiesWithDescriptionAddressAndRole() {
        assertThat(parties("""
                        This Agreement is made as of May 2, 2011 by and between Kestrel Data, Inc., a Delaware corporation located at
                        12 Bay Street, Austin, Texas 78701 (the "Company"), and Moor & Fen LLP, having offices in Leeds and York (the "Adviser").
                        WHEREAS, ..."""))
                .containsExactly("Kestrel Data, Inc.", "Moor & Fen LLP");
    }

    @Test
    void doesNotTakeCitiesLawsAndRolesForParties() {
        assertThat(parties("""
                        THIS AGREEMENT is made between Tarn Software Limited, a company organised under the laws of England and Wales ("Tarn"),
                        and Pinewood GmbH, a company with offices located in Rome and Pisa ("Pinewood"). Tarn and Pinewood are each a "Party".
                        RECITALS"""))
                .containsExactly("Tarn Software Limited", "Pinewood GmbH");
    }

    @Test
    void findsPeople() {
        assertThat(parties("""
                        This Consulting Agreement is entered into on 4 July 2012 between Ridge Metals Corp. (the "Company") and
                        Jane Q. Roe, an individual residing in Denver, Colorado (the "Consultant"). WHEREAS"""))
                .containsExactly("Ridge Metals Corp.", "Jane Q. Roe");
    }

    @Test
    void findsManyPartiesInAListWithCommas() {
        assertThat(parties("""
                        This Cooperation Agreement is dated June 1, 2019, by and among Alder Inc., a Delaware corporation, Birch LP, a Delaware limited
                        partnership, Cedar GP LLC, a Delaware limited liability company, and Institute of Soil and Water Research ("ISWR"). WHEREAS"""))
                .containsExactly("Alder Inc.", "Birch LP", "Cedar GP LLC", "Institute of Soil and Water Research");
    }

    @Test
    void findsNumberedAndLabelledParties() {
        assertThat(parties("This Agreement is made on 5 May 2015 between: (1) Dale Shipping Pte. Ltd. of 3 Quay Road, Singapore; and (2) Elm Freight B.V., a company"
                        + " incorporated in the Netherlands. BACKGROUND"))
                .containsExactly("Dale Shipping Pte. Ltd.", "Elm Freight B.V.");
        assertThat(parties("Cooperation Contract\nParty A: Fir Valley Energy Co., Ltd.\nParty B: Gorse New Materials Co., Ltd.\nBoth sides agree"))
                .containsExactly("Fir Valley Energy Co., Ltd.", "Gorse New Materials Co., Ltd.");
    }

    @Test
    void findsThePartiesOfALetterByTheirDefinitions() {
        assertThat(parties("""
                        AGENCY AGREEMENT
                        Ladies and Gentlemen:
                        Hazel Bancorp, Inc., a Maryland corporation (the "Company"), hereby confirms its agreement with
                        Ivy & Jute Securities LLC (the "Agent") as follows."""))
                .containsExactly("Hazel Bancorp, Inc.", "Ivy & Jute Securities LLC");
    }

    @Test
    void findsWhoWritesALetterAndToWhom() {
        assertThat(parties("""
                        Juniper Securities LLC
                        10 Wharf Road, Suite 3
                        Boston, MA 02110

                        Ladies and Gentlemen:

                        Kelp Federal Savings and Loan Association, a federal savings association (the "Bank"), and Laurel Trust II, a Delaware
                        statutory trust (the "Trust"), propose to issue notes. The Bank is insured by the Federal Deposit Insurance Corporation ("FDIC")."""))
                .containsExactly("Kelp Federal Savings and Loan Association", "Laurel Trust II", "Juniper Securities LLC");
    }

    @Test
    void findsAllOnWhoseBehalfIsSigned() {
        assertThat(parties("""
                        CABLE MAINTENANCE AGREEMENT
                        This Agreement is made between the parties signatory hereto. WHEREAS, they need a cable; now it is agreed as follows.
                        1. Definitions. Cable means the cable that is laid between the landing points and kept in order by all of them.

                        For and on behalf of Maple Telecom

                        By:

                        For and on behalf of Nettle Communications Ltd., Branch Office         By:

                        Signed for and on behalf of The Post Authority of Osier
                        Name:
                        """))
                .containsExactly("Maple Telecom", "Nettle Communications Ltd.", "Post Authority of Osier");
    }

    @Test
    void takesThePartiesThatTheOpeningLeavesToTheSignatures() {
        assertThat(parties("""
                        This Cooperation Agreement is made by and among the persons and entities listed on Schedule A (the "Investors") and Poplar Inc.
                        (the "Company"). WHEREAS, they cooperate.
                        IN WITNESS WHEREOF the parties have signed.
                        POPLAR INC.
                        By: /s/ A
                        QUINCE FUND L.P. ROWAN FUND GP LLC
                        By: /s/ B"""))
                .containsExactly("Poplar Inc.", "QUINCE FUND L.P.", "ROWAN FUND GP LLC");
    }

    @Test
    void findsPartiesByTheirRegisteredNumbers() {
        assertThat(parties("""
                        DATED 3 May 2006

                        SALLOW FOODS LIMITED (Company no 1234567) whose registered office is at 1 High Street, Leeds

                        TEASEL VANS LIMITED (Company no 7654321) whose registered office is at 2 Low Street, Hull
                        In this agreement the following words have these meanings."""))
                .containsExactly("SALLOW FOODS LIMITED", "TEASEL VANS LIMITED");
    }

    @Test
    void doesNotTakeOfficesStatesAndShoutedSentencesForParties() {
        assertThat(parties("""
                        This Agreement is made between Umber Inc., a company of Delaware, through its duly authorized person and Director of
                        Operations, AND VETCH LIMITED, a company of Leeds. WHEREAS"""))
                .containsExactly("Umber Inc.", "VETCH LIMITED");
        assertThat(parties("UPGRADES. USE OF UPGRADES IS LIMITED TO CISTUS, INC. (\"CISTUS\") EQUIPMENT")).doesNotContain("USE OF UPGRADES IS LIMITED");
    }

    @Test
    void findsNobodyInAForm() {
        assertThat(parties("This Agreement is made by and between ____________ (\"Buyer\") and [●] (\"Seller\"). WHEREAS")).isEmpty();
    }
}
