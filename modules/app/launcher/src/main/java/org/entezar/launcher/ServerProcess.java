package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.HTTP_PORT;
import static org.entezar.kernel.settings.Setting.SERVER_MEMORY;
import static org.entezar.kernel.settings.Setting.SERVER_OPTIONS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entezar.postgres.ChildProcess;

/** The server: Payara Micro with the web application at the root of its address. */
final class ServerProcess {
    private ServerProcess() {}

    /** Where the server of this run lies. */
    static Path folder(DataFolder data) {
        return data.run().resolve("server");
    }

    /** The jar that starts a server and names all others. */
    static Path launcher(Path folder) {
        return folder.resolve("launch-micro.jar");
    }

    static ChildProcess start(ServerPrograms programs, Parts parts, DataFolder data, Plan plan) throws IOException {
        Path folder = folder(data);
        programs.layOut(folder);
        Path temporary = Files.createDirectories(data.run().resolve("temporary"));
        List<String> command = new ArrayList<>();
        command.add(JavaRuntime.program());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx" + plan.text(SERVER_MEMORY),
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.security.egd=file:/dev/urandom",
                "-Duser.language=en"));
        command.addAll(JavaTuning.SERVER);
        command.addAll(programs.classes().options());
        command.addAll(Arrays.stream(plan.text(SERVER_OPTIONS).split(" ", -1))
                .filter(option -> !option.isBlank())
                .toList());
        command.addAll(List.of(
                "-jar",
                launcher(folder).toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(plan.number(HTTP_PORT)),
                "--logproperties",
                parts.configuration("payara/logging.properties").toString(),
                "--prebootcommandfile",
                parts.configuration("payara/preboot.txt").toString(),
                "--deploy",
                programs.webApplication().toString(),
                "--contextroot",
                "/"));
        return ChildProcess.start(
                command,
                plan.serverEnvironment(),
                folder,
                data.logs().resolve("server.log"),
                ChildProcess.ParentGone.TERM);
    }
}
