package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.Endings;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.Site;

/// Valid requests about the end of units.
final class EndingCalls {

    private static final String API = "/api/v1";

    private EndingCalls() {}

    static boolean knows(String operation) {
        return operation.contains("FundMove")
                || operation.contains("Closing")
                || operation.contains("DocumentHandover")
                || operation.equals("moveFundWithId")
                || operation.equals("readWhatIsLeft")
                || operation.equals("handDocumentsOverWithId")
                || operation.equals("finishReorganization");
    }

    static Call of(String operation, Records records, Site site) {
        Endings endings = records.endings();
        return switch (operation) {
            case "readWhatIsLeft" -> Call.get(Endings.STATEMENTS + "/left?unit=" + site.unit());
            case "getClosingOfUnit" -> Call.get(API + "/units/" + site.unit() + "/closing");
            case "getClosingOfReorganization" ->
                Call.get(
                        API + "/reorganizations/" + records.reorganization(site).id() + "/closing");
            case "handDocumentsOverWithId" -> {
                String to = records.unit(site.childKind(), site.parent()).id();
                yield ValidCalls.creation(operation, "/document-handovers", Endings.handover(site.unit(), to));
            }
            case "moveFundWithId" -> ValidCalls.creation(operation, "/fund-moves", Endings.move(endings.ended(site)));
            case "stateClosingWithId" -> {
                // Its only fund has moved.
                String unit = endings.newlyMoved(site).unit();
                yield ValidCalls.creation(operation, "/closing-statements", Endings.statement(unit));
            }
            case "finishReorganization" -> endings.finishing(endings.newlyClosed(site));
            default -> onClosed(operation, endings.closed(site));
        };
    }

    private static Call onClosed(String operation, Endings.Closed closed) {
        return switch (operation) {
            case "listFundMoves" ->
                Call.get(Endings.MOVES + "?unit=" + closed.unit().unit());
            case "getFundMove" -> Call.get(Endings.MOVES + "/" + closed.move());
            case "listClosingStatements" ->
                Call.get(Endings.STATEMENTS + "?unit=" + closed.unit().unit());
            case "getClosingStatement" -> Call.get(Endings.STATEMENTS + "/" + closed.statement());
            default -> Call.get(Endings.HANDOVERS + "/" + closed.handover());
        };
    }
}
