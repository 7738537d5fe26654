package org.entezar.kernel.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The settings of this process, checked as a whole when they are read: first the environment, then the settings file,
 * then the default. The file is {@code config/entezar.properties}, or what {@code ENTEZAR_CONFIG_FILE} names.
 */
public final class Settings {
    /** Names another settings file; the only variable that the file itself cannot hold. */
    public static final String CONFIG_FILE = Setting.PREFIX + "CONFIG_FILE";

    private static final Path USUAL_FILE = Path.of("config", "entezar.properties");

    private record Origin(String text, String where) {}

    private final Map<Setting, Origin> given;
    private final Path folder;

    private Settings(Map<Setting, Origin> given, Path folder) {
        this.given = given;
        this.folder = folder;
    }

    /**
     * Reads the settings.
     *
     * @param environment the process's environment
     * @param folder the folder from which relative paths are taken
     * @throws SettingRefused when something is unknown or malformed
     */
    public static Settings read(Map<String, String> environment, Path folder) {
        Map<Setting, Origin> given = new EnumMap<>(Setting.class);
        readFile(environment, folder, given);
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.key());
            if (text != null && !text.isBlank()) {
                given.put(setting, new Origin(text.strip(), "the environment"));
            }
        }
        given.forEach(Settings::check);
        return new Settings(given, folder.toAbsolutePath().normalize());
    }

    private static void readFile(Map<String, String> environment, Path folder, Map<Setting, Origin> given) {
        String named = environment.getOrDefault(CONFIG_FILE, "");
        Path file = folder.resolve(named.isBlank() ? USUAL_FILE.toString() : named.strip());
        if (!Files.exists(file)) {
            if (!named.isBlank()) {
                throw new SettingRefused(CONFIG_FILE + " names " + file + ", which is not there");
            }
            return;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingRefused("the settings file " + file + " cannot be read: " + unreadable.getMessage());
        }
        for (String key : new TreeSet<>(lines.stringPropertyNames())) {
            Setting setting = Setting.of(key)
                    .orElseThrow(() -> new SettingRefused("there is no setting " + key + ", which stands in " + file
                            + "; docs/operate/settings.md lists all"));
            String text = lines.getProperty(key).strip();
            if (!text.isEmpty()) {
                given.put(setting, new Origin(text, file.toString()));
            }
        }
    }

    private static void check(Setting setting, Origin origin) {
        setting.type().refusal(origin.text()).ifPresent(refusal -> {
            String shown = setting.isSecret() ? "its value" : "\"" + origin.text() + "\"";
            throw new SettingRefused(
                    setting.key() + " " + refusal + ", but " + shown + " was found in " + origin.where());
        });
    }

    /** Names of the environment that look like settings and are none: most likely misspelt. */
    public static List<String> unknownNames(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name -> !name.equals(CONFIG_FILE) && Setting.of(name).isEmpty())
                .sorted()
                .toList();
    }

    /** The text that was set, or else the default; empty when there is neither. */
    public Optional<String> find(Setting setting) {
        Origin origin = given.get(setting);
        return origin == null ? setting.defaultText() : Optional.of(origin.text());
    }

    /** Whether somebody set it, beyond the default. */
    public boolean isGiven(Setting setting) {
        return given.containsKey(setting);
    }

    /**
     * The text.
     *
     * @throws SettingRefused when it is not set and has no default
     */
    public String text(Setting setting) {
        return find(setting)
                .orElseThrow(() -> new SettingRefused(setting.key()
                        + " is not set: give it in the environment or in the settings file. "
                        + setting.description()));
    }

    /** The number, for settings of type {@link SettingType#NUMBER} and {@link SettingType#PORT}. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** The flag, for settings of type {@link SettingType#FLAG}. */
    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** The path, absolute, for settings of type {@link SettingType#PATH}. */
    public Path path(Setting setting) {
        return folder.resolve(text(setting)).normalize();
    }

    /** All that was set or has a default, secrets hidden: for a log. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Setting setting : Setting.values()) {
            find(setting).ifPresent(value -> text.append(setting.key())
                    .append('=')
                    .append(setting.isSecret() ? "(secret)" : value)
                    .append('\n'));
        }
        return text.toString();
    }
}
