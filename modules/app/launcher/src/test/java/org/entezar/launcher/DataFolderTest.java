package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final Release THIS = Release.of("1.2.3");

    @TempDir
    private Path parent;

    @Test
    void oneAtATimeWorksOnIt() throws Exception {
        Path folder = parent.resolve("data");
        try (DataFolder first = DataFolder.open(folder, THIS)) {
            assertThat(first.isInUse()).isTrue();
            LaunchFailure refused = catchThrowableOfType(LaunchFailure.class, () -> DataFolder.open(folder, THIS));
            assertThat(refused.code()).isEqualTo(ExitCode.ALREADY_RUNNING);
            assertThat(refused).hasMessageContaining("ENTEZAR_DATA_DIR");
        }
        assertThat(DataFolder.at(folder).isInUse()).isFalse();
        DataFolder.open(folder, THIS).close();
    }

    @Test
    void isStampedWithTheReleaseAndRefusesAnOlderOne() throws Exception {
        Path folder = parent.resolve("data");
        DataFolder.open(folder, Release.of("2.0.0")).close();
        assertThat(folder.resolve("release")).hasContent("2.0.0");

        LaunchFailure refused = catchThrowableOfType(LaunchFailure.class, () -> DataFolder.open(folder, THIS));

        assertThat(refused.code()).isEqualTo(ExitCode.NEWER_DATA);
        assertThat(refused).hasMessageContaining("2.0.0").hasMessageContaining("1.2.3");
        assertThat(folder.resolve("release")).hasContent("2.0.0");
        assertThat(DataFolder.at(folder).isInUse()).isFalse();
    }

    @Test
    void anUnreadableStampIsRefusedAndLeftAlone() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("data"));
        Files.writeString(folder.resolve("release"), "not ours");

        LaunchFailure refused = catchThrowableOfType(LaunchFailure.class, () -> DataFolder.open(folder, THIS));

        assertThat(refused.code()).isEqualTo(ExitCode.NEWER_DATA);
        assertThat(folder.resolve("release")).hasContent("not ours");
    }

    @Test
    void aDemoIsNeverAddedToRealDataAndNeverForgotten() throws Exception {
        Progress silent = new Progress(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        try (DataFolder real = DataFolder.open(parent.resolve("real"), THIS)) {
            assertThat(DemoMark.decide(real, false, silent)).isFalse();
            LaunchFailure refused =
                    catchThrowableOfType(LaunchFailure.class, () -> DemoMark.decide(real, true, silent));
            assertThat(refused.code()).isEqualTo(ExitCode.SETTING);
        }
        try (DataFolder demo = DataFolder.open(parent.resolve("demo"), THIS)) {
            assertThat(DemoMark.decide(demo, true, silent)).isTrue();
            assertThat(DemoMark.decide(demo, false, silent)).isTrue();
        }
    }
}
