package org.entezar.methods.value;

import java.util.Arrays;
import org.entezar.methods.optimisation.QuasiNewton;

/**
 * Log-likelihood of BG/NBD with its gradient by the logs of r, α, a, b; not for several threads.
 *
 * <p>Customers with the same history are one row with a weight, and what depends on the number of purchases alone is
 * computed once for each number: lnΓ(r+x) - lnΓ(r) = Σ_{i&lt;x} ln(r+i), and likewise for a and b. With
 * B(a+1, b+x-1)/B(a, b+x) = a/(b+x-1), the likelihood of a customer is B(a,b+x)/B(a,b)·Γ(r+x)/Γ(r)·α^r times
 * [(α+T)^{-(r+x)} + 1{x&gt;0}·a/(b+x-1)·(α+t_x)^{-(r+x)}]; the bracket is formed in logs.
 */
final class PurchaseLikelihood implements QuasiNewton.Function {
    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final double[] weight;
    private final double customers;
    private final double[] purchases;
    private final int most;
    /** Cumulated sums over the number of purchases: logs, and their derivatives by r, a and b. */
    private final double[] logs;

    private final double[] byR;
    private final double[] byA;
    private final double[] byB;

    PurchaseLikelihood(PurchaseHistory history) {
        int n = history.customers();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        double[] f = history.frequency();
        double[] t = history.recency();
        double[] g = history.age();
        Arrays.sort(order, (i, j) -> {
            int c = Double.compare(f[i], f[j]);
            c = c == 0 ? Double.compare(t[i], t[j]) : c;
            return c == 0 ? Double.compare(g[i], g[j]) : c;
        });
        int[] rowX = new int[n];
        double[] rowRecency = new double[n];
        double[] rowAge = new double[n];
        double[] rowWeight = new double[n];
        int rows = 0;
        for (int i : order) {
            boolean same = rows > 0
                    && rowX[rows - 1] == (int) f[i]
                    && rowRecency[rows - 1] == t[i]
                    && rowAge[rows - 1] == g[i];
            if (!same) {
                rowX[rows] = (int) f[i];
                rowRecency[rows] = t[i];
                rowAge[rows] = g[i];
                rows++;
            }
            rowWeight[rows - 1]++;
        }
        x = Arrays.copyOf(rowX, rows);
        recency = Arrays.copyOf(rowRecency, rows);
        age = Arrays.copyOf(rowAge, rows);
        weight = Arrays.copyOf(rowWeight, rows);
        customers = n;
        most = x[rows - 1];
        purchases = new double[most + 1];
        for (int i = 0; i < rows; i++) {
            purchases[x[i]] += weight[i];
        }
        logs = new double[most + 1];
        byR = new double[most + 1];
        byA = new double[most + 1];
        byB = new double[most + 1];
    }

    /** Most repeat purchases of a customer. */
    int mostPurchases() {
        return most;
    }

    /** Log-likelihood of one customer. */
    static double ofCustomer(PurchaseRates p, double x, double recency, double age) {
        double sum = p.r() * Math.log(p.alpha());
        for (int i = 0; i < x; i++) {
            sum += Math.log(p.r() + i) + Math.log(p.b() + i) - Math.log(p.a() + p.b() + i);
        }
        double alive = -(p.r() + x) * Math.log(p.alpha() + age);
        if (x == 0) {
            return sum + alive;
        }
        double gone = Math.log(p.a() / (p.b() + x - 1)) - (p.r() + x) * Math.log(p.alpha() + recency);
        return sum + Math.max(alive, gone) + Math.log1p(Math.exp(-Math.abs(alive - gone)));
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        double r = Math.exp(point[0]);
        double alpha = Math.exp(point[1]);
        double a = Math.exp(point[2]);
        double b = Math.exp(point[3]);
        if (!(r > 1e-12
                && alpha > 1e-12
                && a > 1e-12
                && b > 1e-12
                && Math.max(Math.max(r, alpha), Math.max(a, b)) < 1e12)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < most; i++) {
            logs[i + 1] = logs[i] + Math.log((r + i) * ((b + i) / (a + b + i)));
            byR[i + 1] = byR[i] + 1 / (r + i);
            byA[i + 1] = byA[i] - 1 / (a + b + i);
            byB[i + 1] = byB[i] + 1 / (b + i) - 1 / (a + b + i);
        }
        double logAlpha = point[1];
        double sum = customers * r * logAlpha;
        double dR = customers * logAlpha;
        double dAlpha = customers * r / alpha;
        double dA = 0;
        double dB = 0;
        for (int k = 0; k <= most; k++) {
            sum += purchases[k] * logs[k];
            dR += purchases[k] * byR[k];
            dA += purchases[k] * byA[k];
            dB += purchases[k] * byB[k];
        }
        for (int i = 0; i < x.length; i++) {
            double shape = r + x[i];
            double logAge = Math.log(alpha + age[i]);
            double w = weight[i];
            if (x[i] == 0) {
                sum -= w * shape * logAge;
                dR -= w * logAge;
                dAlpha -= w * shape / (alpha + age[i]);
                continue;
            }
            double logRecency = Math.log(alpha + recency[i]);
            double ratio = a / (b + x[i] - 1) * Math.exp(shape * (logAge - logRecency));
            double gone = ratio < Double.MAX_VALUE ? ratio / (1 + ratio) : 1;
            double logSum = ratio < Double.MAX_VALUE
                    ? Math.log1p(ratio)
                    : Math.log(a / (b + x[i] - 1)) + shape * (logAge - logRecency);
            sum += w * (logSum - shape * logAge);
            dR -= w * (logAge + gone * (logRecency - logAge));
            dAlpha -= w * shape * ((1 - gone) / (alpha + age[i]) + gone / (alpha + recency[i]));
            dA += w * gone / a;
            dB -= w * gone / (b + x[i] - 1);
        }
        gradient[0] = -dR * r;
        gradient[1] = -dAlpha * alpha;
        gradient[2] = -dA * a;
        gradient[3] = -dB * b;
        return -sum;
    }
}
