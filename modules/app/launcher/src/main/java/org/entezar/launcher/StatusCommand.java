package org.entezar.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** {@code status}: whether Entezar runs on a data folder and whether it is ready, in words or as JSON. */
final class StatusCommand {
    private final DataFolder data;
    private final Progress progress;

    StatusCommand(DataFolder data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    ExitCode run(boolean asJson) throws IOException {
        RunState run = RunState.read(data.state());
        boolean inUse = data.isInUse();
        Optional<WebProbe.Answer> answer = inUse ? run.fact("probe").flatMap(WebProbe::ask) : Optional.empty();
        boolean ready = answer.map(WebProbe.Answer::isOk).orElse(false);
        String state = !inUse ? "stopped" : ready ? "ready" : run.fact("ready").isPresent() ? "failing" : "starting";
        if (asJson) {
            ObjectNode json = new ObjectMapper().createObjectNode();
            json.put("state", state);
            json.put("dataFolder", data.folder().toString());
            if (inUse) {
                run.fact("address").ifPresent(address -> json.put("address", address));
                answer.map(WebProbe.Answer::step)
                        .filter(step -> !step.isEmpty())
                        .ifPresent(step -> json.put("step", step));
                for (String role : new String[] {"launcher", "server", "keycloak"}) {
                    run.living(role).ifPresent(process -> json.put(role + "Pid", process.pid()));
                }
            }
            progress.line(json.toString());
        } else {
            progress.line("Entezar on " + data.folder() + ": " + state
                    + (inUse
                            ? run.fact("address").map(address -> ", " + address).orElse("")
                            : "")
                    + answer.map(WebProbe.Answer::step)
                            .filter(step -> !step.isEmpty())
                            .map(step -> " (" + step + ")")
                            .orElse(""));
        }
        return !inUse ? ExitCode.NOT_RUNNING : ready ? ExitCode.OK : ExitCode.NOT_READY;
    }
}
