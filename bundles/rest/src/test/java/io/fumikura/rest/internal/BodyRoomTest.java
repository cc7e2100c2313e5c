package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyRoomTest {

    private final BodyRoom room = new BodyRoom(100, 40);

    @Test
    void nobodyTakesTheRoomOfOthers() {
        assertThat(room.take("hanako", 40)).isTrue();
        assertThat(room.take("hanako", 1)).isFalse();
        assertThat(room.take("taro", 40)).isTrue();
    }

    @Test
    void allTogetherHaveALimitToo() {
        assertThat(room.take("a", 40)).isTrue();
        assertThat(room.take("b", 40)).isTrue();
        assertThat(room.take("c", 21)).isFalse();
        assertThat(room.take("c", 20)).isTrue();
    }

    @Test
    void whatIsGivenBackMayBeTakenAgain() {
        room.take("a", 30);
        room.take("a", 10);
        room.giveBack("a", 30);
        assertThat(room.take("a", 31)).isFalse();
        assertThat(room.take("a", 30)).isTrue();
        room.giveBack("a", 40);
        assertThat(room.take("b", 40) && room.take("c", 40) && room.take("d", 20)).isTrue();
    }
}
