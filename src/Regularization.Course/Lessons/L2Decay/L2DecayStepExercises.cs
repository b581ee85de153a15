using MathNet.Numerics.LinearAlgebra;

namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary>Write the weight-decay step.</summary>
    public static FunctionExercise<Vector, Vector, double, double, Vector?> DecayStep { get; } = new("l2.step", "Write the step")
    {
        Prompt = "One step of gradient descent on J₀ + ½λ‖w‖² as weight decay, from w, the gradient of J₀ at w, the rate η and λ.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyStep",
        Reference = (w, gradient, rate, lambda) => (1 - rate * lambda) * w - rate * gradient,
        Checks =
        [
            new("multiplies by 1 − ηλ when the loss is flat", (Of(3, -2), Of(0, 0), 0.1, 1), (Of(4, 0, -1), Of(0, 0, 0), 0.5, 0.2), (Of(2, 1), Of(0, 0), 0.25, 8)),
            new("is the plain gradient step when λ = 0", (Of(3, -2), Of(1, 5), 0.1, 0), (Of(0, 0), Of(-24, -21), 0.01, 0)),
            new("does both at once, with the gradient at the old w", (Of(9, 1), Of(25, 20), 0.1, 1), (Of(-1, 0.5, 0), Of(2, -3, 7), 0.3, 0.4), (Of(0, 0), Of(-24, -21), 0.1, 1), (Of(-5, 5), Of(1, 1), 2, 3), (Of(1.5), Of(-4), 1, 0.5)),
        ],
        Misconceptions =
        [
            new((w, g, rate, lambda) => (1 - lambda) * w - rate * g, "the factor is 1 − λ, so the decay has lost its η: the whole gradient of J is multiplied by the step size, λw included"),
            new((w, g, rate, lambda) => (1 - 2 * rate * lambda) * w - rate * g, "the decay is twice too strong: the 2 of the derivative of w² meets the ½ of ½λ"),
            new((w, g, rate, lambda) => (1 - rate * lambda / 2) * w - rate * g, "the decay is half of what it should be: the derivative of ½λw² is λw, the ½ is gone"),
            new((w, g, rate, lambda) => (1 + rate * lambda) * w - rate * g, "the decay has the wrong sign: this weight grows"),
            new((w, g, rate, lambda) => (1 - rate * lambda) * w + rate * g, "the gradient has the wrong sign: this walks uphill"),
            new((w, g, rate, lambda) => (1 - rate * lambda) * (w - rate * g), "this shrinks after the gradient step, so the step is shrunk too: 1 − ηλ multiplies the old w only"),
            new((w, g, rate, lambda) => w - rate * g, "this is the step without a penalty: λ does not occur"),
            new((w, g, rate, lambda) => (1 - rate * lambda) * w, "this decays, but forgets the loss: the gradient does not occur"),
            new((w, g, rate, lambda) => w - rate * g - rate * lambda, "this subtracts ηλ itself; the L2 penalty takes away ηλ times the weight"),
            new((w, g, rate, lambda) => w - rate * g - rate * lambda * w.Map(v => (double)Math.Sign(v), Zeros.Include), "this is a (sub)gradient step for the L1 penalty: a fixed amount off every weight. L2 takes away a share"),
            new((w, g, rate, lambda) => (1 - rate * lambda) * w - g, "the gradient has lost its η"),
        ],
        Hints =
        [
            "Two things happen: the old weight is multiplied by a number a little below one, and the gradient is subtracted.",
            "Which number? Expand w − η(gradient + λw) and collect what multiplies w.",
            "(1 − rate * lambda) * w is the first part. The second is what you would do without a penalty.",
        ],
        Solution = new(
            "Vector<double>? MyStep(\n    Vector<double> w, Vector<double> gradient, double rate, double lambda) =>\n    (1 - rate * lambda) * w - rate * gradient;",
            "w − η(∇J₀ + λw) = (1 − ηλ)w − η∇J₀. The half of ½λ is gone because the derivative of w² brings a 2."),
    };

    /// <summary>The limit of the step size.</summary>
    public static FunctionExercise<Matrix, double, double> LargestRate { get; } = new("l2.rate", "The largest step")
    {
        Prompt = "The limit of η below which gradient descent on ½‖y − Xw‖² + ½λ‖w‖² converges from every start, and above which it does not, from X and λ > 0.",
        Kind = ExerciseKind.Derive,
        FunctionName = "MyLargestRate",
        Tolerance = 1e-6, // an iterative estimate of the largest singular value is good enough
        Reference = (x, lambda) => 2 / (Strongest(x) * Strongest(x) + lambda),
        Checks =
        [
            new("is right in the example", (SmallDesign, 1.0), (SmallDesign, 0.1), (SmallDesign, 20)),
            new("is right for a tall and for a wide X", (Rows([1, 0], [0, 2], [1, -1]), 0.5), (Rows([0.2, -0.4, 0.1], [0.3, 0.3, 0.5]), 0.7), (Rows([0.5]), 3)),
            new("looks at X and at λ, whichever is larger", (Rows([0, 0], [0, 0]), 4), (Rows([10, 0], [0, 0.1]), 1e-3), (Rows([1e-3, 0], [0, 2e-3]), 50)),
        ],
        Misconceptions =
        [
            new((x, lambda) => 1 / (Strongest(x) * Strongest(x) + lambda), "1/(L + λ) is a safe step, not the largest: along the strongest direction the error factor is 0 there, and it may go down to −1"),
            new((x, lambda) => 2 / (Strongest(x) * Strongest(x)), "2/L is the limit without the penalty; λ raises every eigenvalue"),
            new((x, lambda) => 2 / lambda, "2/λ looks at the decay alone; the loss bends too, with L"),
            new((x, lambda) => 1 / lambda, "below 1/λ the factor 1 − ηλ is positive, which is not the question"),
            new((x, lambda) => 2 / (Strongest(x) + lambda), "you forgot a square: the eigenvalues of XᵀX are the squares of the singular values of X"),
            new((x, lambda) => 2 / (Strongest(x) * Strongest(x) + 2 * lambda), "λ is counted twice: the second derivative of ½λw² is λ"),
            new((x, lambda) => 2 / (Strongest(x) * Strongest(x) + lambda / 2), "λ is halved: the second derivative of ½λw² is λ"),
            new((x, lambda) => 2 / (Weakest(x) * Weakest(x) + lambda), "this takes the smallest eigenvalue; the largest is the first to break the rule"),
            new((x, lambda) => 2 / (x.FrobeniusNorm() * x.FrobeniusNorm() + lambda), "this takes the sum of all eigenvalues (the trace); that is safe, but larger steps converge as well"),
        ],
        Hints =
        [
            "In the direction with eigenvalue d² the error is multiplied by 1 − η(d² + λ). When does that die out?",
            "When |1 − η(d² + λ)| < 1, that is η(d² + λ) < 2, and it must hold for all directions. Which one is the strictest?",
            "The largest singular value is x.Svd().S[0]; square it to get L, add λ, and solve η(L + λ) = 2.",
        ],
        Solution = new(
            "double MyLargestRate(Matrix<double> x, double lambda)\n{\n    var d = x.Svd().S[0];\n    return 2 / (d * d + lambda);\n}",
            "η(L + λ) < 2 with L = d₁², the largest eigenvalue of XᵀX. Larger eigenvalues break the rule first."),
    };

    private static Matrix Rows(params double[][] rows) => Matrix.Build.DenseOfRowArrays(rows);

    private static double Strongest(Matrix x) => x.Svd().S.Maximum();

    private static double Weakest(Matrix x) => x.Svd().S.Minimum();
}
