package vn.congdoan.vks.membership;

import java.util.List;

/// A union that a member is in, and one that the member shall go to, each with its staff.
final class TwoUnions {

    final String sender = Api.newCode();
    final String receiver = Api.newCode();
    final String officer = sender + "-officer";
    final String chair = receiver + "-chair";
    final String from = Api.union(sender, "OFFICER", "CHAIR", "INSPECTOR");
    final String to = Api.union(receiver, "OFFICER", "CHAIR", "INSPECTOR");
    final String member = Enrolled.by(officer)
            .member(from, "Nguyễn Thị Ánh", "memberNumber", "DV-1", "citizenId", "051185001234")
            .enrol()
            .getFirst();

    /// How many are counted on a day: in the one, in the other.
    List<Integer> membersOn(String day) {
        return List.of(members(officer, from, day), members(chair, to, day));
    }

    private static int members(String by, String unit, String day) {
        return Api.as(by)
                .get("/api/v1/units/" + unit + "/statistics?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .path("own.members");
    }
}
