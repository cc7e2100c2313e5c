import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipFile;

/**
 * Verifies an exported history of Fumikura with nothing but a JDK (17 or newer), written apart from the platform after docs/history-format.md:
 *
 * <pre>java VerifyHistory.java history.zip [--heads kept-heads.json]... [--key SHA-256-of-a-certificate]...</pre>
 *
 * Give heads that you kept from earlier exports: they prove that nothing before them was rewritten or cut off since, whoever made this export.
 * Without heads or keys of your own, time stamps are only checked against the certificates inside of them. Ends with 0 when all is good, 1 when
 * something is not, 2 when it could not be checked.
 */
public final class VerifyHistory {

    private static final String OWN = "the head of the export";
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final List<String> troubles = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    /** Sizes at which the root of the tree is wanted, and the roots found. */
    private final TreeMap<Long, byte[]> roots = new TreeMap<>();
    private final TreeSet<Long> good = new TreeSet<>();
    private final Map<Long, String> goodNames = new TreeMap<>();
    private final TreeSet<String> keys = new TreeSet<>();
    private final TreeSet<String> trusted = new TreeSet<>();
    private long firstBad = Long.MAX_VALUE;
    private UUID log;
    private long entries;
    private long erased;

    public static void main(String[] arguments) throws IOException {
        Path export = null;
        List<Path> kept = new ArrayList<>();
        List<String> trusted = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--heads") && i + 1 < arguments.length) {
                kept.add(Path.of(arguments[++i]));
            } else if (arguments[i].equals("--key") && i + 1 < arguments.length) {
                trusted.add(arguments[++i].toLowerCase().replace(":", ""));
            } else if (export == null && !arguments[i].startsWith("--")) {
                export = Path.of(arguments[i]);
            } else {
                export = null;
                break;
            }
        }
        if (export == null) {
            System.err.println("java VerifyHistory.java history.zip [--heads kept-heads.json]... [--key SHA-256-of-a-certificate]...");
            System.exit(2);
        }
        try {
            System.exit(new VerifyHistory().run(export, kept, trusted) ? 0 : 1);
        } catch (IOException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            System.out.println("BAD: the files can't be read: " + e.getMessage());
            System.exit(1);
        }
    }

    private boolean run(Path export, List<Path> kept, List<String> given) throws IOException {
        trusted.addAll(given);
        Map<String, Object> heads;
        List<Map<String, Object>> earlier = new ArrayList<>();
        for (Path path : kept) {
            earlier.add(Json.object(Files.readString(path)));
        }
        try (ZipFile zip = new ZipFile(export.toFile())) {
            heads = Json.object(new String(zip.getInputStream(zip.getEntry("heads.json")).readAllBytes(), StandardCharsets.UTF_8));
            log = UUID.fromString(text(heads, "log"));
            want(heads);
            earlier.forEach(this::want);
            try (DataInputStream in = new DataInputStream(
                    new java.io.BufferedInputStream(zip.getInputStream(zip.getEntry("entries.bin")), 1 << 16))) {
                readEntries(in);
            }
        }
        for (Map<String, Object> old : earlier) {
            checkKept(old, heads);
        }
        checkHead(OWN, heads);
        checkSeals(heads, trusted.isEmpty() && earlier.isEmpty());
        return report();
    }

    private void want(Map<String, Object> heads) {
        roots.put(number(heads, "entries"), new byte[0]);
        seals(heads).forEach(seal -> roots.put(number(seal, "entries"), new byte[0]));
    }

    // --- Entries -------------------------------------------------------------------------------------------------------------

    private void readEntries(DataInputStream in) throws IOException {
        byte[] magic = in.readNBytes(4);
        require(Arrays.equals(magic, ascii("FKL1")), "entries.bin has an unknown format");
        UUID of = new UUID(in.readLong(), in.readLong());
        require(of.equals(log), "entries.bin is of the log " + of);
        long count = in.readLong();
        Tree tree = new Tree();
        meet(tree);
        Instant latest = Instant.MIN;
        TreeSet<Long> withoutTexts = new TreeSet<>();
        TreeSet<Long> purged = new TreeSet<>();
        for (entries = 0; entries < count; entries++) {
            byte[] body;
            byte[] values;
            try {
                body = sized(in);
                values = sized(in);
            } catch (EOFException e) {
                bad(entries, "the entries end before their number, " + count);
                return;
            }
            tree.append(leaf(body));
            latest = checkEntry(body, values, latest, withoutTexts, purged);
            meet(tree);
        }
        if (in.read() >= 0) {
            bad(count, "there are bytes behind the last entry");
        }
        erased = withoutTexts.size();
        withoutTexts.removeAll(purged);
        withoutTexts.forEach(sequence -> bad(sequence, "a text was erased without a purge"));
    }

    private static byte[] sized(DataInputStream in) throws IOException {
        int length = in.readInt();
        require(length >= 0 && length <= 1 << 30, "a length is " + length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private Instant checkEntry(byte[] body, byte[] values, Instant latest, TreeSet<Long> withoutTexts, TreeSet<Long> purged) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            require(Arrays.equals(take(in, 4), ascii("FKH1")), "unknown format");
            require(uuid(in).equals(log), "it is of another log");
            long sequence = in.getLong();
            require(sequence == entries, "it belongs to place " + sequence);
            Instant at = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            String action = name(in);
            name(in);
            uuid(in);
            in.getLong();
            optionalUuid(in);
            optionalUuid(in);
            List<byte[]> hashes = new ArrayList<>();
            for (int slot = 0; slot < 4; slot++) {
                hashes.add(slot(in));
            }
            int fields = in.getShort() & 0xffff;
            for (int i = 0; i < fields; i++) {
                String field = name(in);
                if (action.equals("history.purged")) {
                    purged.add(Long.parseLong(field));
                }
                hashes.add(slot(in));
                hashes.add(slot(in));
            }
            require(!in.hasRemaining(), "it has bytes behind its end");
            if (!checkTexts(values, hashes)) {
                withoutTexts.add(sequence);
            }
            if (action.equals("history.head-altered") || action.equals("history.key-changed")) {
                bad(sequence, "the platform itself found here: " + action);
            }
            if (at.plus(TOLERANCE).isBefore(latest)) {
                warnings.add("entry " + sequence + ": the clock was set back by " + Duration.between(at, latest));
                return at;
            }
            return at.isAfter(latest) ? at : latest;
        } catch (java.nio.BufferUnderflowException e) {
            bad(entries, "the entry is cut off");
        } catch (IllegalArgumentException e) {
            bad(entries, e.getMessage());
        }
        return latest;
    }

    /** @return false when texts were erased */
    private static boolean checkTexts(byte[] values, List<byte[]> hashes) {
        ByteBuffer in = ByteBuffer.wrap(values);
        boolean all = true;
        for (byte[] hash : hashes) {
            if (hash == null) {
                continue;
            }
            byte state = in.get();
            require(state == 1 || state == 2, "a text has the state " + state);
            if (state == 2) {
                all = false;
                continue;
            }
            byte[] salt = take(in, 16);
            byte[] text = take(in, in.getInt());
            require(Arrays.equals(sha256(new byte[] {2}, salt, text), hash), "a text is not the one that was written");
        }
        require(!in.hasRemaining(), "the texts have bytes behind their end");
        return all;
    }

    private void meet(Tree tree) {
        if (roots.containsKey(tree.size)) {
            roots.put(tree.size, tree.root());
        }
    }

    // --- Heads and seals -----------------------------------------------------------------------------------------------------

    private boolean checkHead(String name, Map<String, Object> heads) {
        return checkRoot(name, number(heads, "entries"), hex(heads, "root"));
    }

    private boolean checkRoot(String name, long size, byte[] root) {
        if (size > entries) {
            bad(entries, name + " knows " + size + " entries, but there are " + entries + ": the end was cut off, or an old backup restored");
            return false;
        }
        if (!Arrays.equals(roots.get(size), root)) {
            if (firstBad < size) {
                // That is why.
                return false;
            }
            Long before = good.lower(size);
            bad(before == null ? 0 : before, name + " covers other entries: something from here to entry " + (size - 1) + " was rewritten");
            return false;
        }
        // The head of the export speaks for itself only.
        if (!name.equals(OWN)) {
            good.add(size);
            goodNames.put(size, name);
        }
        return true;
    }

    private void checkKept(Map<String, Object> old, Map<String, Object> now) {
        String name = "the kept head of " + text(old, "at");
        if (!text(old, "log").equals(text(now, "log"))) {
            bad(0, name + " is of another log");
            return;
        }
        if (!text(old, "platform").isEmpty() && !text(old, "platform").equals(text(now, "platform"))) {
            bad(0, name + " is of another platform");
        }
        seals(old).forEach(seal -> {
            String key = checkSeal("the kept seal " + number(seal, "number"), seal, text(old, "platform"));
            if (key != null) {
                trusted.add(key);
            }
        });
        checkHead(name, old);
    }

    private void checkSeals(Map<String, Object> heads, boolean unknown) {
        List<Map<String, Object>> seals = new ArrayList<>(seals(heads));
        seals.sort(Comparator.comparingLong(seal -> number(seal, "number")));
        byte[] before = null;
        long last = -1;
        for (Map<String, Object> seal : seals) {
            long number = number(seal, "number");
            String name = "seal " + number;
            byte[] statement = bytes(seal, "statement");
            if (number == last + 1 && before != null && statement.length == 112 && !Arrays.equals(before, Arrays.copyOfRange(statement, 36, 68))) {
                troubles.add(name + " does not follow the one before it");
            }
            String key = checkSeal(name, seal, text(heads, "platform"));
            if (key != null && !unknown && !trusted.contains(key)) {
                troubles.add(name + " was stamped with a key that you do not know: " + key);
            }
            before = sha256(statement);
            last = number;
        }
        if (seals.isEmpty()) {
            warnings.add("there is no seal yet: only what you kept yourself proves anything");
        } else if (unknown) {
            warnings.add("no key and no earlier heads were given: compare the keys above with those that you know");
        }
    }

    /** @return the key that stamped; null when the seal is not good */
    private String checkSeal(String name, Map<String, Object> seal, String platform) {
        try {
            byte[] statement = bytes(seal, "statement");
            require(statement.length == 112, "its statement has " + statement.length + " bytes");
            ByteBuffer in = ByteBuffer.wrap(statement);
            require(Arrays.equals(take(in, 4), ascii("FKS1")), "its statement has an unknown format");
            UUID of = uuid(in);
            require(platform.isEmpty() || of.toString().equals(platform), "it is of another platform");
            require(in.getLong() == number(seal, "number"), "its number is another one");
            Instant at = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            take(in, 32 + 8);
            int logs = in.getInt();
            byte[] all = take(in, 32);
            byte[] root = hex(seal, "root");
            long size = number(seal, "entries");
            byte[] head = leaf(ByteBuffer.allocate(60)
                    .put(ascii("FKT1"))
                    .putLong(log.getMostSignificantBits())
                    .putLong(log.getLeastSignificantBits())
                    .putLong(size)
                    .put(root)
                    .array());
            List<byte[]> path = ((List<?>) seal.get("path")).stream().map(hash -> HexFormat.of().parseHex((String) hash)).toList();
            require(Tree.isIncluded(head, number(seal, "place"), logs, path, all), "the head is not in the sealed tree");
            Token token = Token.verify(bytes(seal, "token"), sha256(statement));
            if (Duration.between(at, token.at).abs().compareTo(Duration.ofMinutes(5)) > 0) {
                warnings.add(name + ": the platform's clock said " + at + ", the authority's " + token.at);
            }
            keys.add(token.key + "  " + token.signer);
            return checkRoot(name + " of " + token.at, size, root) ? token.key : null;
        } catch (IllegalArgumentException | GeneralSecurityException | java.nio.BufferUnderflowException e) {
            troubles.add(name + " is not valid: " + e.getMessage());
            return null;
        }
    }

    private boolean report() {
        System.out.println("log " + log + ": " + entries + " entries, " + erased + " of them with erased texts");
        keys.forEach(key -> System.out.println("stamped by " + key));
        Long last = firstBad == Long.MAX_VALUE ? (good.isEmpty() ? null : good.last()) : good.floor(firstBad);
        System.out.println("last good anchor: " + (last == null ? "none" : goodNames.get(last) + ", " + last + " entries"));
        warnings.forEach(warning -> System.out.println("warning: " + warning));
        if (firstBad < Long.MAX_VALUE) {
            System.out.println("first bad entry: " + firstBad);
        }
        troubles.stream().limit(100).forEach(trouble -> System.out.println("bad: " + trouble));
        System.out.println(troubles.isEmpty() ? "GOOD" : "BAD");
        return troubles.isEmpty();
    }

    private void bad(long sequence, String message) {
        firstBad = Math.min(firstBad, sequence);
        troubles.add("entry " + sequence + ": " + message);
    }

    // --- Bytes ---------------------------------------------------------------------------------------------------------------

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] take(ByteBuffer in, int length) {
        require(length >= 0 && length <= in.remaining(), "it is cut off");
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static void optionalUuid(ByteBuffer in) {
        if (flag(in)) {
            uuid(in);
        }
    }

    private static boolean flag(ByteBuffer in) {
        byte flag = in.get();
        require(flag == 0 || flag == 1, "a flag is " + flag);
        return flag == 1;
    }

    private static byte[] slot(ByteBuffer in) {
        return flag(in) ? take(in, 32) : null;
    }

    private static String name(ByteBuffer in) {
        return new String(take(in, in.getShort() & 0xffff), StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] leaf(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** A Merkle tree (RFC 6962) as it grows. */
    private static final class Tree {

        private final List<byte[]> perfect = new ArrayList<>();
        private long size;

        void append(byte[] leaf) {
            byte[] hash = leaf;
            for (long rest = size; (rest & 1) == 1; rest >>= 1) {
                hash = node(perfect.remove(perfect.size() - 1), hash);
            }
            perfect.add(hash);
            size++;
        }

        byte[] root() {
            byte[] hash = perfect.isEmpty() ? sha256() : perfect.get(perfect.size() - 1);
            for (int i = perfect.size() - 2; i >= 0; i--) {
                hash = node(perfect.get(i), hash);
            }
            return hash;
        }

        /** RFC 9162, 2.1.3.2. */
        static boolean isIncluded(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
            if (index < 0 || index >= size) {
                return false;
            }
            long place = index;
            long last = size - 1;
            byte[] hash = leaf;
            for (byte[] sibling : path) {
                if (last == 0 || sibling.length != 32) {
                    return false;
                }
                if ((place & 1) == 1 || place == last) {
                    hash = node(sibling, hash);
                    while ((place & 1) == 0 && place != 0) {
                        place >>= 1;
                        last >>= 1;
                    }
                } else {
                    hash = node(hash, sibling);
                }
                place >>= 1;
                last >>= 1;
            }
            return last == 0 && Arrays.equals(hash, root);
        }
    }

    // --- Time stamps ---------------------------------------------------------------------------------------------------------

    /** A TimeStampToken (RFC 3161 in CMS, RFC 5652), with its signature checked by the certificate inside of it. */
    private static final class Token {

        private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
                .appendPattern("yyyyMMddHHmmss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendLiteral('Z')
                .toFormatter();

        private Instant at;
        private String key;
        private String signer;

        static Token verify(byte[] der, byte[] imprint) throws GeneralSecurityException {
            Der signedData = Der.of(der).child(1).child(0);
            byte[] content = signedData.child(2).child(1).child(0).content();
            Der info = Der.of(content);
            Der stamped = info.child(2);
            require(Arrays.equals(stamped.child(1).content(), imprint), "the time stamp is of something else");
            require(oid(stamped.child(0).child(0)).equals("2.16.840.1.101.3.4.2.1"), "the time stamp is not over SHA-256");
            Der signerInfos = signedData.children().get(signedData.children().size() - 1);
            require(signerInfos.children().size() == 1, "the time stamp has not one signer");
            Der signerInfo = signerInfos.child(0);
            Der attributes = signerInfo.children().stream().filter(der1 -> der1.tag == 0xa0).findFirst().orElseThrow(
                    () -> new IllegalArgumentException("the time stamp has no signed attributes"));
            String digest = digestName(oid(signerInfo.child(2).child(0)));
            byte[] wanted = MessageDigest.getInstance(digest).digest(content);
            byte[] found = null;
            boolean binds = false;
            byte[] certificateHash = null;
            String certificateDigest = "SHA-1";
            for (Der attribute : attributes.children()) {
                String type = oid(attribute.child(0));
                if (type.equals("1.2.840.113549.1.9.4")) {
                    found = attribute.child(1).child(0).content();
                } else if (type.equals("1.2.840.113549.1.9.16.2.12") || type.equals("1.2.840.113549.1.9.16.2.47")) {
                    Der id = attribute.child(1).child(0).child(0).child(0);
                    boolean second = type.endsWith("47");
                    boolean named = second && id.child(0).tag == 0x30;
                    certificateDigest = named ? digestName(oid(id.child(0).child(0))) : second ? "SHA-256" : "SHA-1";
                    certificateHash = id.child(named ? 1 : 0).content();
                    binds = true;
                }
            }
            require(Arrays.equals(found, wanted), "the time stamp signs something else");
            require(binds, "the time stamp does not name its certificate");
            // As a set, as it was signed.
            byte[] signed = attributes.whole();
            signed[0] = 0x31;
            int place = signerInfo.children().indexOf(attributes);
            String algorithm = signatureName(oid(signerInfo.child(place + 1).child(0)), digest);
            byte[] signature = signerInfo.child(place + 2).content();
            Der certificates = signedData.children().stream().filter(der1 -> der1.tag == 0xa0).findFirst().orElseThrow(
                    () -> new IllegalArgumentException("the time stamp holds no certificate"));
            for (Der one : certificates.children()) {
                if (one.tag != 0x30 || !Arrays.equals(MessageDigest.getInstance(certificateDigest).digest(one.whole()), certificateHash)) {
                    continue;
                }
                X509Certificate certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(one.whole()));
                Signature check = Signature.getInstance(algorithm);
                check.initVerify(certificate.getPublicKey());
                check.update(signed);
                require(check.verify(signature), "the signature of the time stamp is wrong");
                require(
                        certificate.getExtendedKeyUsage() != null && certificate.getExtendedKeyUsage().equals(List.of("1.3.6.1.5.5.7.3.8")),
                        "the certificate is not for time stamps");
                Token token = new Token();
                token.at = LocalDateTime.parse(new String(info.child(4).content(), StandardCharsets.US_ASCII), TIME).toInstant(ZoneOffset.UTC);
                certificate.checkValidity(java.util.Date.from(token.at));
                token.key = HexFormat.of().formatHex(sha256(one.whole()));
                token.signer = certificate.getSubjectX500Principal().getName();
                return token;
            }
            throw new IllegalArgumentException("the time stamp does not hold its signer's certificate");
        }

        private static String digestName(String oid) {
            return switch (oid) {
                case "1.3.14.3.2.26" -> "SHA-1";
                case "2.16.840.1.101.3.4.2.1" -> "SHA-256";
                case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
                case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
                default -> throw new IllegalArgumentException("the digest " + oid + " is not known here");
            };
        }

        private static String signatureName(String oid, String digest) {
            String hash = digest.replace("-", "");
            return switch (oid) {
                case "1.2.840.10045.2.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4" -> hash + "withECDSA";
                case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13" -> hash + "withRSA";
                default -> throw new IllegalArgumentException("the signature " + oid + " is not known here");
            };
        }

        private static String oid(Der der) {
            byte[] bytes = der.content();
            StringBuilder text = new StringBuilder();
            long value = 0;
            for (byte one : bytes) {
                value = value << 7 | one & 0x7f;
                if ((one & 0x80) == 0) {
                    text.append(text.isEmpty() ? Math.min(value / 40, 2) + "." + (value - Math.min(value / 40, 2) * 40) : "." + value);
                    value = 0;
                }
            }
            return text.toString();
        }
    }

    /** A value in DER or BER of definite length. */
    private static final class Der {

        private final byte[] bytes;
        private final int start;
        private final int from;
        private final int to;
        private final int tag;
        private List<Der> children;

        private Der(byte[] bytes, int start, int end) {
            require(end - start >= 2, "the time stamp is cut off");
            this.bytes = bytes;
            this.start = start;
            tag = bytes[start] & 0xff;
            int length = bytes[start + 1] & 0xff;
            int at = start + 2;
            if (length >= 0x80) {
                int count = length & 0x7f;
                require(count >= 1 && count <= 3 && at + count <= end, "the time stamp is cut off");
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = length << 8 | bytes[at++] & 0xff;
                }
            }
            require(length <= end - at, "the time stamp is cut off");
            from = at;
            to = at + length;
        }

        static Der of(byte[] bytes) {
            return new Der(bytes, 0, bytes.length);
        }

        byte[] content() {
            return Arrays.copyOfRange(bytes, from, to);
        }

        byte[] whole() {
            return Arrays.copyOfRange(bytes, start, to);
        }

        List<Der> children() {
            if (children == null) {
                children = new ArrayList<>();
                for (int at = from; at < to; ) {
                    Der child = new Der(bytes, at, to);
                    children.add(child);
                    at = child.to;
                }
            }
            return children;
        }

        Der child(int index) {
            require(index < children().size(), "the time stamp has another form");
            return children().get(index);
        }
    }

    // --- JSON ----------------------------------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> seals(Map<String, Object> heads) {
        return (List<Map<String, Object>>) heads.get("seals");
    }

    private static String text(Map<String, Object> json, String key) {
        return (String) json.get(key);
    }

    private static long number(Map<String, Object> json, String key) {
        return (Long) json.get(key);
    }

    private static byte[] hex(Map<String, Object> json, String key) {
        return HexFormat.of().parseHex(text(json, key));
    }

    private static byte[] bytes(Map<String, Object> json, String key) {
        return Base64.getDecoder().decode(text(json, key));
    }

    /** As much JSON as the heads need. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        @SuppressWarnings("unchecked")
        static Map<String, Object> object(String text) {
            return (Map<String, Object>) new Json(text).value();
        }

        private Object value() {
            char first = peek();
            if (first == '{') {
                return map();
            }
            if (first == '[') {
                return list();
            }
            if (first == '"') {
                return string();
            }
            int start = at;
            while (at < text.length() && "0123456789-".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.parseLong(text.substring(start, at));
        }

        private Map<String, Object> map() {
            Map<String, Object> map = new LinkedHashMap<>();
            expect('{');
            while (peek() != '}') {
                String key = string();
                expect(':');
                map.put(key, value());
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return map;
        }

        private List<Object> list() {
            List<Object> list = new ArrayList<>();
            expect('[');
            while (peek() != ']') {
                list.add(value());
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return list;
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (text.charAt(at) != '"') {
                char one = text.charAt(at++);
                if (one == '\\') {
                    char escaped = text.charAt(at++);
                    if (escaped == 'u') {
                        string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    } else {
                        string.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
                    }
                } else {
                    string.append(one);
                }
            }
            at++;
            return string.toString();
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            require(at < text.length(), "the JSON is cut off");
            return text.charAt(at);
        }

        private void expect(char wanted) {
            require(peek() == wanted, "the JSON has no " + wanted + " at " + at);
            at++;
        }
    }
}
