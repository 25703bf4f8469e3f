package org.plainline.knowledge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
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

/**
 * Vectors on disk, by a fingerprint of their text: all of them take a minute to compute and a moment to read. Losing
 * the file costs that minute and nothing else.
 */
final class VectorFile {
    private static final int FINGERPRINT = 24;

    private final Path file;

    VectorFile(Path file) {
        this.file = file;
    }

    /** Nothing when there is no file, or one that cannot be read. */
    Map<String, float[]> read() {
        Map<String, float[]> vectors = new HashMap<>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int dimensions = in.readInt();
            while (true) {
                String fingerprint = in.readUTF();
                float[] vector = new float[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    vector[i] = Float.float16ToFloat(in.readShort());
                }
                vectors.put(fingerprint, vector);
            }
        } catch (EOFException _) {
            return vectors;
        } catch (IOException | RuntimeException _) {
            return Map.of();
        }
    }

    /** Makes sure that the file holds just these: what nobody needs any more goes, and so does half a vector. */
    void tidy(Map<String, float[]> vectors) throws IOException {
        if (vectors.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        int dimensions = dimensions(vectors);
        long wanted =
                Integer.BYTES + (long) vectors.size() * (Short.BYTES + FINGERPRINT + (long) dimensions * Short.BYTES);
        if (!Files.exists(file) || Files.size(file) != wanted) {
            write(vectors);
        }
    }

    /** Puts more at the end of the file, which was tidied before. */
    void add(Map<String, float[]> more) throws IOException {
        if (!Files.exists(file)) {
            write(more);
            return;
        }
        try (var out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND)))) {
            put(more, out);
        }
    }

    /** Replaces the file as a whole, so that nobody reads half of it. */
    private void write(Map<String, float[]> vectors) throws IOException {
        if (vectors.isEmpty()) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
            out.writeInt(dimensions(vectors));
            put(vectors, out);
        }
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int dimensions(Map<String, float[]> vectors) {
        return vectors.values().iterator().next().length;
    }

    private static void put(Map<String, float[]> vectors, DataOutputStream out) throws IOException {
        for (var entry : vectors.entrySet()) {
            out.writeUTF(entry.getKey());
            for (float value : entry.getValue()) {
                out.writeShort(Float.floatToFloat16(value));
            }
        }
    }

    static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
