# Outside answers for OracleTests from scikit-learn, in the form of oracle.R. X is centered with columns of unit norm, y centered, both made here.
import sys
import numpy as np
from sklearn.linear_model import ElasticNet, LogisticRegression, Ridge, lars_path
folder = sys.argv[1]


def say(i, name, values):
    print(i, name, *("%.15g" % v for v in np.ravel(values)))


for i in range(6):
    x = np.loadtxt("%s/x%d.csv" % (folder, i), delimiter=",")
    y = np.loadtxt("%s/y%d.csv" % (folder, i))
    z = np.loadtxt("%s/z%d.csv" % (folder, i))
    n = len(y)
    x = x - x.mean(0)
    x = x / np.sqrt((x**2).sum(0))
    y = y - y.mean()
    say(i, "ridge", Ridge(alpha=0.7, fit_intercept=False).fit(x, y).coef_)
    net = ElasticNet(alpha=0.6 / n, l1_ratio=0.4, fit_intercept=False, tol=1e-15, max_iter=10**6).fit(x, y)
    say(i, "net", net.coef_)
    say(i, "lars", lars_path(x, y, method="lasso")[0] * n)
    logistic = LogisticRegression(penalty="l2", C=1 / 0.8, tol=1e-14, max_iter=10**5, solver="newton-cg").fit(x, z)
    say(i, "logistic-ridge-sklearn", np.concatenate([logistic.intercept_, logistic.coef_[0]]))
