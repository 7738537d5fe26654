package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.DATABASE_PORT;
import static org.entezar.kernel.settings.Setting.HTTP_ADDRESS;
import static org.entezar.kernel.settings.Setting.HTTP_PORT;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_PORT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.entezar.kernel.settings.Setting;

/** Looks whether the ports are free before anything is started, all of them, so that one message tells all. */
final class Ports {
    private Ports() {}

    static void check(Plan plan) throws UnknownHostException {
        Map<Integer, Setting> seen = new HashMap<>();
        StringBuilder taken = new StringBuilder();
        check(plan, HTTP_PORT, plan.text(HTTP_ADDRESS), seen, taken);
        if (plan.startsKeycloak()) {
            check(plan, KEYCLOAK_PORT, "127.0.0.1", seen, taken);
        }
        if (plan.startsDatabase()) {
            check(plan, DATABASE_PORT, "127.0.0.1", seen, taken);
        }
        if (!taken.isEmpty()) {
            throw new LaunchFailure(ExitCode.PORT_TAKEN, taken.toString());
        }
    }

    private static void check(
            Plan plan, Setting setting, String address, Map<Integer, Setting> seen, StringBuilder taken)
            throws UnknownHostException {
        int port = plan.number(setting);
        Setting other = seen.putIfAbsent(port, setting);
        if (other != null) {
            throw new LaunchFailure(
                    ExitCode.SETTING,
                    setting.key() + " and " + other.key() + " are both " + port + ": set one to another");
        }
        InetAddress where = InetAddress.getByName(address);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true); // closed connections of the last run do not count
            probe.bind(new InetSocketAddress(where, port));
        } catch (IOException occupied) {
            taken.append(taken.isEmpty() ? "" : "; ")
                    .append("port ")
                    .append(port)
                    .append(" is taken by another program or not allowed: stop that program, or set ")
                    .append(setting.key())
                    .append(" to another port");
        }
    }
}
