package org.entezar.service;

import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entezar.console.PageSource;

/** Every address of the console, read from the classes that bring them to it. */
record ConsolePages(List<Address> addresses) {

    /**
     * An address of the console.
     *
     * @param method of HTTP
     * @param template from the root, with placeholders; {@code /w/{ws}/…} in workspaces
     */
    record Address(String method, String template) {}

    private static final String ROOT = "org/entezar/console/";

    /** All of them: pages, what hangs beside them, and what is outside of workspaces. */
    static ConsolePages all() throws Exception {
        List<Address> addresses = new ArrayList<>();
        addresses.add(new Address("GET", "/"));
        addresses.add(new Address("GET", "/workspaces"));
        addresses.add(new Address("GET", "/workspaces/new"));
        for (PageSource source : sources()) {
            source.openPages().forEach(page -> addresses.add(new Address("GET", "/" + page.path())));
            source.pages().forEach(page -> addresses.add(new Address("GET", inWorkspace(page.path()))));
            source.actions().forEach(action -> action.methods().stream()
                    .filter(method -> !method.equals("HEAD"))
                    .sorted()
                    .forEach(method -> addresses.add(new Address(method, inWorkspace(action.path())))));
        }
        return new ConsolePages(addresses.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Address::template).thenComparing(Address::method))
                .toList());
    }

    private static String inWorkspace(String path) {
        return path.isEmpty() ? "/w/{ws}" : "/w/{ws}/" + path;
    }

    private static List<PageSource> sources() throws Exception {
        URI jar = PageSource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(Path.of(jar))) {
            names.addAll(classes(Path.of(jar)));
        } else {
            try (FileSystem opened = FileSystems.newFileSystem(Path.of(jar), Map.of())) {
                names.addAll(classes(opened.getPath("/")));
            }
        }
        List<PageSource> sources = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name);
            if (PageSource.class.isAssignableFrom(type) && !type.isInterface()) {
                sources.add((PageSource) made(type));
            }
        }
        return sources;
    }

    private static List<String> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Pages.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /** Made with what it names in its actions, which are never run here and so need nothing themselves. */
    private static Object made(Class<?> type) throws ReflectiveOperationException {
        Object made = plain(type);
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)
                    && !field.getType().isInterface()
                    && field.getType().getName().startsWith("org.entezar.console.")) {
                field.setAccessible(true);
                field.set(made, plain(field.getType()));
            }
        }
        return made;
    }

    private static Object plain(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
