package vn.congdoan.vks.acceptance.access;

import java.util.Map;
import java.util.Objects;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Proposals;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about proposals to a superior: what the superior sees and answers goes to the central union, and the
/// way of the money at home begins with what a body outside granted.
final class ProposalCalls {

    private static final String PROPOSALS = "/api/v1/proposals";

    /// The address of each step, by its operation.
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("addToProposal", "lines"),
            Map.entry("removeFromProposal", "lines/remove"),
            Map.entry("submitProposal", "submit"),
            Map.entry("withdrawProposal", "withdraw"),
            Map.entry("answerProposal", "answer"),
            Map.entry("writeDownProposalAnswer", "write-down-answer"),
            Map.entry("sendBackProposal", "send-back"),
            Map.entry("payProposal", "pay"),
            Map.entry("returnProposalPayment", "return-payment"),
            Map.entry("receiveForProposal", "receive"),
            Map.entry("returnProposalReceipt", "return-receipt"),
            Map.entry("payProposalOn", "pay-on"),
            Map.entry("returnPaidOn", "return"));

    private ProposalCalls() {}

    static boolean knows(String operation) {
        return STEPS.containsKey(operation)
                || operation.equals("listProposals")
                || operation.equals("getProposal")
                || operation.equals("propose")
                || operation.equals("proposeWithId");
    }

    static Call of(String operation, World world, String unit) {
        Proposals proposals = new Proposals(world);
        return switch (operation) {
            case "listProposals" -> {
                proposals.sentToCentral(unit, "submit");
                yield Call.get(PROPOSALS + "?unit=" + unit);
            }
            case "getProposal" ->
                Call.get(PROPOSALS + "/"
                        + proposals.sentToCentral(unit, "submit").id());
            case "propose", "proposeWithId" -> ValidCalls.creation(operation, "/proposals", proposals.toCentral(unit));
            default -> {
                String step = Objects.requireNonNull(STEPS.get(operation), operation);
                yield proposals.step(step, before(step, proposals, unit));
            }
        };
    }

    /// A proposal that is ready for the step.
    private static Made before(String step, Proposals proposals, String unit) {
        return switch (step) {
            case "withdraw", "answer", "send-back" -> proposals.sentToCentral(unit, "submit");
            case "pay" -> proposals.sentToCentral(unit, "submit", "answer");
            case "return-payment" -> proposals.sentToCentral(unit, "submit", "answer", "pay");
            case "write-down-answer" -> proposals.sentOutside(unit, "submit");
            case "receive" -> proposals.sentOutside(unit, "submit", "write-down-answer");
            case "pay-on", "return-receipt" -> proposals.sentOutside(unit, "submit", "write-down-answer", "receive");
            case "return" -> proposals.sentOutside(unit, "submit", "write-down-answer", "receive", "pay-on");
            default -> proposals.sentToCentral(unit);
        };
    }
}
