# One task of a peer in Python. Arguments: task, folder with x.bin, y.bin, lambda.bin, n, p, repetitions, extra.
# Prints the least seconds; coefficients (no intercept, a column a lambda) go to beta.bin. X is standardized here, outside the clock.
import sys, time
import numpy as np
task, folder, n, p, reps, extra = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), float(sys.argv[6])
x = np.fromfile(folder + "/x.bin").reshape(p, n).T
y = np.fromfile(folder + "/y.bin")
x = np.asfortranarray((x - x.mean(0)) / x.std(0))
y = y - y.mean()


def best(f):
    least = float("inf")
    for _ in range(reps):
        start = time.perf_counter()
        result = f()
        least = min(least, time.perf_counter() - start)
    print("%.9f" % least)
    return result


if task == "ridge":
    lambdas = np.fromfile(folder + "/lambda.bin")

    def ridge():
        values, vectors = np.linalg.eigh(x.T @ x)
        rotated = vectors.T @ (x.T @ y)
        shrunk = rotated[:, None] / (values[:, None] + lambdas)
        df = (values[:, None] / (values[:, None] + lambdas)).sum(0)
        rss = y @ y - 2 * rotated @ shrunk + (values[:, None] * shrunk**2).sum(0)
        gcv = rss / n / (1 - (df + 1) / n) ** 2
        return vectors @ shrunk, gcv

    beta, _ = best(ridge)
    beta.T.tofile(folder + "/beta.bin")
elif task == "lars":
    from sklearn.linear_model import lars_path
    lambdas = np.fromfile(folder + "/lambda.bin")
    alphas, _, knots = best(lambda: lars_path(x, y, method="lasso", alpha_min=lambdas[-1] * (1 - 1e-12)))
    # Between knots the path is a straight line.
    beta = np.array([np.interp(lambdas, alphas[::-1], row[::-1]) for row in knots]).T
    beta.tofile(folder + "/beta.bin")
elif task == "gram":
    from sklearn.linear_model import lasso_path
    lambdas = np.fromfile(folder + "/lambda.bin")
    _, beta, _ = best(lambda: lasso_path(x, y, alphas=lambdas, precompute=x.T @ x, tol=extra, max_iter=1000000))
    beta.T.tofile(folder + "/beta.bin")
