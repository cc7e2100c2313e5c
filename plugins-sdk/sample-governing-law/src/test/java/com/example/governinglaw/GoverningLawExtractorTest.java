package com.example.governinglaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.text.DocumentText;
import io.fumikura.testkit.FieldExtractorContract;
import io.fumikura.testkit.SampleText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoverningLawExtractorTest extends FieldExtractorContract {

    @Override
    protected FieldExtractor extractor() {
        return new GoverningLawExtractor();
    }

    @Override
    protected ExtractionRequest request() {
        return request(SampleText.laidOut("業務委託契約書\n第１条（目的）", "第１０条（準拠法）\n本契約の準拠法は日本法とする。"), "ja", "en");
    }

    @Override
    protected Set<String> foundFields() {
        return Set.of("governing_law");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            本契約は、日本法に準拠し、同法に従って解釈される。 | 日本法
            本契約の準拠法は、日本国の法律とする。 | 日本国の法律
            本契約はシンガポール法を準拠法とする。 | シンガポール法
            This Agreement shall be governed by the laws of Japan. | Japan
            This Agreement is governed by, and construed in accordance with, the internal laws of the State of New York, without regard to conflicts of law. | State of New York
            """)
    void readsTheLaw(String clause, String law) throws Exception {
        assertThat(extractor().extract(request(SampleText.plain(clause), "ja", "en")))
                .extracting(candidate -> candidate.value())
                .contains(new FieldValue.Text(law));
    }

    @ParameterizedTest
    @CsvSource({"両当事者は法令を遵守する。", "Both parties comply with all laws of which they know."})
    void findsNoneWhereNoneIsAgreed(String clause) throws Exception {
        assertThat(extractor().extract(request(SampleText.plain(clause), "ja", "en"))).isEmpty();
    }

    @Test
    void readsOnlyLanguagesOfThePlan() throws Exception {
        DocumentText english = SampleText.plain("This Agreement is governed by the laws of Japan.");
        assertThat(extractor().extract(request(english, "ja"))).isEmpty();
    }

    private ExtractionRequest request(DocumentText text, String... languages) {
        List<FieldDefinition> fields = extractor().fields("contracts");
        return new ExtractionRequest(
                "contracts", "contract", fields, text, "contract.pdf", Set.of(), Set.of(), Set.of(languages), LocalDate.of(2026, 4, 1));
    }
}
