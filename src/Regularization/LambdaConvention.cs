namespace Regularization;

/// <summary>How others scale the objective; r = RSS = <c>‖y − Xw‖²</c>, n rows.</summary>
public enum LambdaConvention
{
    /// <summary><c>½r + λ‖w‖₁</c> and <c>½r + ½λ‖w‖²</c>, columns at unit ℓ₂ norm: this course.</summary>
    Course,

    /// <summary><c>r + λ‖w‖₁</c> and <c>r + λ‖w‖²</c>, the same columns: many textbooks.</summary>
    ResidualSumOfSquares,

    /// <summary><c>r/(2n) + λ‖w‖₁</c> and <c>r/(2n) + ½λ‖w‖²</c>, the same columns.</summary>
    HalfMean,

    /// <summary><c>r/(2n) + λ‖w‖₁</c> and <c>r/(2n) + ½λ‖w‖²</c>, columns at unit variance (divisor n).</summary>
    HalfMeanUnitVariance,

    /// <summary>glmnet's <c>lambda</c> with its defaults: unit-variance columns, and y scaled to unit variance on the way, which shows for ridge.</summary>
    Glmnet,

    /// <summary>scikit-learn's <c>alpha</c>, the same columns: <c>r/(2n) + α‖w‖₁</c> for Lasso, but <c>r + α‖w‖²</c> for Ridge.</summary>
    ScikitLearn,

    /// <summary>The <c>weight_decay</c> δ of SGD (added as δw to the gradient) on the mean of squared errors: <c>r/n + ½δ‖w‖²</c>; ridge only.</summary>
    WeightDecay,
}
