package org.plainline.knowledge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * What passages mean, on disk, by a fingerprint of their text: all of them take a minute to compute and a moment to
 * read. Losing the file costs that minute and nothing else.
 */
final class VectorFile {
    private static final int FINGERPRINT = 24;

    /** Of the layout; what was written in another one is computed anew. */
    private static final int VERSION = -4;

    private final Path file;

    /** What a file holds. */
    static final class Kept {
        static final Kept NOTHING = new Kept(null, Map.of());

        private final float @Nullable [] centre;
        private final Map<String, Meaning> meanings;

        Kept(float @Nullable [] centre, Map<String, Meaning> meanings) {
            this.centre = centre;
            this.meanings = meanings;
        }

        /** Of the pieces' vectors; null when there is no file, or one that cannot be read. */
        float @Nullable [] centre() {
            return centre;
        }

        Map<String, Meaning> meanings() {
            return meanings;
        }
    }

    VectorFile(Path file) {
        this.file = file;
    }

    /** Of the articles by that name, as the networks of today have read them. */
    static VectorFile of(String name, Language language, Path folder) {
        return new VectorFile(folder.resolve(name + "+" + SentenceModel.name(language) + ".vectors"));
    }

    Kept read() {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != VERSION) {
                return Kept.NOTHING;
            }
            int dimensions = in.readInt();
            int piecesDimensions = in.readInt();
            return new Kept(floats(in, piecesDimensions), meanings(in, dimensions, piecesDimensions));
        } catch (IOException | RuntimeException _) {
            return Kept.NOTHING;
        }
    }

    private static Map<String, Meaning> meanings(DataInputStream in, int dimensions, int piecesDimensions)
            throws IOException {
        Map<String, Meaning> meanings = new HashMap<>();
        try {
            while (true) {
                String fingerprint = in.readUTF();
                float[] whole = floats(in, dimensions);
                if (!isOfLengthOne(whole)) {
                    throw new IOException("is damaged");
                }
                meanings.put(fingerprint, new Meaning(whole, PieceSigns.read(in, piecesDimensions)));
            }
        } catch (EOFException _) {
            return meanings;
        }
    }

    /** As far as 16 bits can tell. One that is not, or holds what is no number, would spoil all comparing. */
    private static boolean isOfLengthOne(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        return Math.abs(square - 1) < 0.01;
    }

    private static float[] floats(DataInput in, int number) throws IOException {
        float[] floats = new float[number];
        for (int i = 0; i < number; i++) {
            floats[i] = Float.float16ToFloat(in.readShort());
        }
        return floats;
    }

    private static void write(float[] floats, DataOutput out) throws IOException {
        for (float value : floats) {
            out.writeShort(Float.floatToFloat16(value));
        }
    }

    /** Makes sure that the file holds just these: what nobody needs any more goes, and so does half an entry. */
    void tidy(Kept kept) throws IOException {
        if (kept.meanings().isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        if (!Files.exists(file) || Files.size(file) != size(kept)) {
            write(kept);
        }
    }

    private static long size(Kept kept) {
        float[] centre = kept.centre();
        int piecesDimensions = centre == null ? 0 : centre.length;
        long header = 3L * Integer.BYTES + (long) piecesDimensions * Short.BYTES;
        return header
                + kept.meanings().values().stream()
                        .mapToLong(meaning -> Short.BYTES
                                + FINGERPRINT
                                + (long) meaning.whole().length * Short.BYTES
                                + Integer.BYTES
                                + (long) meaning.pieces().size() * piecesDimensions / Byte.SIZE)
                        .sum();
    }

    /** Puts more at the end of the file, which was tidied before; their centre is the file's. */
    void add(Kept more) throws IOException {
        if (!Files.exists(file)) {
            write(more);
            return;
        }
        try (var out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND)))) {
            put(more.meanings(), out);
        }
    }

    /** Replaces the file as a whole, so that nobody reads half of it. */
    private void write(Kept kept) throws IOException {
        float[] centre = kept.centre();
        if (centre == null || kept.meanings().isEmpty()) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
            out.writeInt(VERSION);
            out.writeInt(kept.meanings().values().iterator().next().whole().length);
            out.writeInt(centre.length);
            write(centre, out);
            put(kept.meanings(), out);
        }
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(Map<String, Meaning> meanings, DataOutputStream out) throws IOException {
        for (var entry : meanings.entrySet()) {
            out.writeUTF(entry.getKey());
            write(entry.getValue().whole(), out);
            entry.getValue().pieces().write(out);
        }
    }

    /** The same words are read otherwise when they are what people say. */
    static String fingerprint(Passage passage) {
        try {
            String read = (passage.kind().isSaid() ? "said: " : "") + passage.text();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(read.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
