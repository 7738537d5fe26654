package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietLibrariesTest {
    @TempDir
    private Path libraries;

    @Test
    void onlyLibrariesThatSayNothingToTheContainerAreHidden() throws Exception {
        jar("quiet-1.0.jar", "quiet/Some.class");
        jar("beans-1.0.jar", "META-INF/beans.xml");
        jar("fragment-1.0.jar", "META-INF/web-fragment.xml");
        jar("faces-1.0.jar", "META-INF/my.faces-config.xml");
        jar("pages-1.0.jar", "META-INF/resources/a.css");
        jar("jaxrs-1.0.jar", "META-INF/services/jakarta.ws.rs.ext.MessageBodyReader");
        jar("entezar-api.jar", "api/Some.class");
        jar("plugin-spa.jar", "spa/Some.class");

        QuietLibraries.hide(libraries);

        try (Stream<Path> files = Files.list(libraries)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "quiet-1.0.zip",
                            "beans-1.0.jar",
                            "fragment-1.0.jar",
                            "faces-1.0.jar",
                            "pages-1.0.jar",
                            "jaxrs-1.0.jar",
                            "entezar-api.jar",
                            "plugin-spa.jar");
        }
    }

    private void jar(String name, String entry) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(libraries.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
    }
}
