package org.entezar.architecture.sample.statements;

/** Reads everybody's campaigns: what {@code WallOneTest} is there to find. */
public final class ForgetsTheWorkspace {

    private ForgetsTheWorkspace() {}

    public static String everybodysCampaigns(String state) {
        return "select id from campaign where state = '" + state + "'";
    }

    public static String onesOwn() {
        return "select alias from workspace_directory where id = ?";
    }
}
