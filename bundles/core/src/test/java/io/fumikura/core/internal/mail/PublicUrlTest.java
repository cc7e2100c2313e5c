package io.fumikura.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @Test
    void makesLinks() {
        assertThat(new PublicUrl("https://fumikura.example.com/").link("/reset/x")).isEqualTo("https://fumikura.example.com/reset/x");
        assertThat(new PublicUrl("http://localhost:8181").link("/")).isEqualTo("http://localhost:8181/");
        assertThat(new PublicUrl("https://example.com/kura/").link("/reset")).isEqualTo("https://example.com/kura/reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fumikura.example.com", "javascript:alert(1)", "https://a@example.com", "https://example.com?x=1", "http:///x"})
    void refusesWhatIsNoAddressOfAPage(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicUrl(url));
    }
}
