package vn.congdoan.vks.gateway.problem;

/// Carries a problem out of a composed view to where it is written.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
