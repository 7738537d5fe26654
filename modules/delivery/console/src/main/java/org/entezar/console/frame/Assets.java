package org.entezar.console.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the pages (styles, scripts, fonts, icons): everything below {@code META-INF/resources/assets} of all
 * modules. One fingerprint over all of them stands in their addresses, so that browsers keep them for good and scripts
 * can import each other by relative addresses. In views: {@code assets['css/console.css']}.
 */
@Named
@ApplicationScoped
public class Assets extends AbstractMap<String, String> {

    private static final String ROOT = "/assets/";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "svg", "image/svg+xml; charset=UTF-8",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=UTF-8");

    /**
     * One file in memory.
     *
     * @param type media type
     * @param plain the bytes
     * @param compressed the bytes as gzip, empty where that saves nothing
     */
    record Asset(String type, byte[] plain, Optional<byte[]> compressed) {}

    @Inject
    ServletContext context;

    private final Map<String, Optional<Asset>> kept = new ConcurrentHashMap<>();
    private @Nullable String fingerprint;

    /** The address of a file. */
    @Override
    public String get(Object name) {
        return ROOT + fingerprint() + "/" + name;
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    /** Files are asked for by name only; they are not enumerated. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    /** The fingerprint over all files: what stands in their addresses. */
    synchronized String fingerprint() {
        if (fingerprint == null) {
            fingerprint = digest();
        }
        return fingerprint;
    }

    /** The file of that name, if there is one of a known type. */
    Optional<Asset> find(String name) {
        if (!names(ROOT).contains(ROOT + name)) {
            return Optional.empty();
        }
        return kept.computeIfAbsent(name, this::load);
    }

    private Optional<Asset> load(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        byte[] plain = bytes(ROOT + name);
        byte[] compressed = compress(plain);
        boolean worth = !type.startsWith("font/") && !type.equals("image/png") && compressed.length < plain.length;
        return Optional.of(new Asset(type, plain, worth ? Optional.of(compressed) : Optional.empty()));
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String name : names(ROOT)) {
                sha.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                sha.update(bytes(name));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final Map<String, Set<String>> listed = new ConcurrentHashMap<>();

    private Set<String> names(String folder) {
        return listed.computeIfAbsent(folder, this::list);
    }

    private Set<String> list(String folder) {
        Set<String> names = new TreeSet<>();
        Set<String> found = context.getResourcePaths(folder);
        if (found != null) {
            for (String path : found) {
                if (path.endsWith("/")) {
                    names.addAll(list(path));
                } else {
                    names.add(path);
                }
            }
        }
        return names;
    }

    private byte[] bytes(String path) {
        try (InputStream stream = context.getResourceAsStream(path)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
