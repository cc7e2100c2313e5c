package io.fumikura.core.internal.people;

import static io.fumikura.core.internal.people.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.people.Group;
import io.fumikura.people.Seal;
import io.fumikura.people.UserAccount;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StoredSealsTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Office office;
    private StoredSeals seals;
    private Group sales;
    private UserAccount registered;
    private Caller hanako;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        office = new Office(transactions, folder);
        seals = new StoredSeals(transactions);
        sales = office.group("営業部");
        registered = office.register("花子", List.of(sales), Permission.SIGNER);
        hanako = office.as(registered);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private Seal upload(Caller caller, String name) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return seals.upload(caller, name, new ByteArrayInputStream(bytes.toByteArray()), true);
    }

    @Test
    void anApprovedSealIsFixedAndOnlyPutAside() throws Exception {
        Seal first = upload(hanako, "実印");
        Seal second = upload(hanako, "認印");
        assertThat(seals.list(hanako)).containsExactly(first, second);
        assertThat(ImageIO.read(new ByteArrayInputStream(seals.image(hanako, first.id()))).getHeight()).isEqualTo(80);

        Seal approved = seals.approve(office.boss, first.id());

        assertThat(approved.approved()).isPresent();
        assertThat(approved.approvedBy()).contains("社長");
        assertThat(seals.approve(office.boss, first.id())).isEqualTo(approved);
        seals.remove(hanako, first.id());
        seals.remove(hanako, second.id());
        assertThat(seals.list(hanako)).isEmpty();
        assertThat(seals.image(hanako, first.id())).isNotEmpty();
        assertThat(refusal(() -> seals.image(hanako, second.id()))).isEqualTo("seal.unknown");
        assertThat(office.history("user.seal-approved")).hasSize(1);
        assertThat(office.history("user.seal-removed")).hasSize(2);
    }

    @Test
    void nobodyElseSeesOrApprovesASeal() {
        Seal seal = upload(hanako, "実印");
        Caller taro = office.as(office.register("太郎", List.of(sales), Permission.CLERK));
        Caller elsewhere = office.as(office.register("課長", List.of(office.group("法務部")), Permission.GROUP_ADMINISTRATOR));
        Caller chief = office.as(office.register("部長", List.of(sales), Permission.GROUP_ADMINISTRATOR));
        Caller stranger = Company.found(transactions, "乙社").hire("社長", Permission.TENANT_ADMINISTRATOR);
        for (Caller other : List.of(taro, elsewhere, stranger)) {
            assertThat(refusal(() -> seals.image(other, seal.id()))).as(other.name()).isEqualTo("seal.unknown");
            assertThat(refusal(() -> seals.approve(other, seal.id()))).as(other.name()).isEqualTo("seal.unknown");
            assertThat(refusal(() -> seals.remove(other, seal.id()))).as(other.name()).isEqualTo("seal.unknown");
        }
        assertThat(refusal(() -> seals.approve(hanako, seal.id()))).isEqualTo("seal.unknown");
        assertThat(seals.of(chief, registered.id())).containsExactly(seal);
        assertThat(seals.approve(chief, seal.id()).approvedBy()).contains("部長");
        assertThat(refusal(() -> seals.image(hanako, UUID.randomUUID()))).isEqualTo("seal.unknown");
    }

    @Test
    void aUserHasAtMostTenSealsWithNames() {
        assertThat(refusal(() -> upload(hanako, " "))).isEqualTo("seal.name");
        for (int i = 0; i < 10; i++) {
            upload(hanako, "印 " + i);
        }
        assertThat(refusal(() -> upload(hanako, "十一"))).isEqualTo("seal.too-many");
    }
}
