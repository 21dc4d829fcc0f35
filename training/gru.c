/* The part of a GRU that must go step by step, forward and back, for the optimiser: several times as fast as
 * PyTorch's on a CPU. Matrix products over all steps at once stay in PyTorch (network.py). */
#include <math.h>
#include <string.h>

/* gates: inputs[B][T][3H], already multiplied and with their bias; w[3H][H] and b[3H]: recurrent side.
 * out[B][T][H]; kept[B][T][4H]: reset, update, candidate, recurrent part of the candidate. */
void gru_forward(const float *inputs, const float *w, const float *b, const long *lengths, float *out, float *kept,
                 float *wt, int B, int T, int H, int backward) {
  int G = 3 * H;
  for (int j = 0; j < G; j++)
    for (int k = 0; k < H; k++) wt[(long)k * G + j] = w[(long)j * H + k];
  for (int s = 0; s < B; s++) {
    float h[512], g[1536];
    int n = (int)lengths[s];
    memset(h, 0, sizeof(float) * H);
    for (int i = 0; i < n; i++) {
      long at = (long)s * T + (backward ? n - 1 - i : i);
      const float *x = inputs + at * G;
      float *keep = kept + at * 4 * H, *y = out + at * H;
      memcpy(g, b, sizeof(float) * G);
      for (int k = 0; k < H; k++) {
        float v = h[k];
        const float *row = wt + (long)k * G;
        for (int j = 0; j < G; j++) g[j] += v * row[j];
      }
      for (int j = 0; j < H; j++) {
        float r = 1.0f / (1.0f + expf(-(x[j] + g[j])));
        float z = 1.0f / (1.0f + expf(-(x[H + j] + g[H + j])));
        float c = 2.0f / (1.0f + expf(-2.0f * (x[2 * H + j] + r * g[2 * H + j]))) - 1.0f;
        keep[j] = r;
        keep[H + j] = z;
        keep[2 * H + j] = c;
        keep[3 * H + j] = g[2 * H + j];
        y[j] = h[j] = c + z * (h[j] - c);
      }
    }
  }
}

/* grad[B][T][H]: of the outputs. dx[B][T][3H]: of the input side's gates; dg[B][T][3H]: of the recurrent side's. */
void gru_backward(const float *grad, const float *w, const float *out, const float *kept, const long *lengths,
                  float *dx, float *dg, int B, int T, int H, int backward) {
  int G = 3 * H;
  for (int s = 0; s < B; s++) {
    float carry[512], next[512];
    int n = (int)lengths[s];
    memset(carry, 0, sizeof(float) * H);
    for (int i = n - 1; i >= 0; i--) {
      long at = (long)s * T + (backward ? n - 1 - i : i);
      long before = backward ? at + 1 : at - 1;
      const float *keep = kept + at * 4 * H;
      float *a = dx + at * G, *g = dg + at * G;
      for (int j = 0; j < H; j++) {
        float r = keep[j], z = keep[H + j], c = keep[2 * H + j];
        float dh = grad[at * H + j] + carry[j];
        float old = i > 0 ? out[before * H + j] : 0.0f;
        float dc = dh * (1 - z) * (1 - c * c);
        float dz = dh * (old - c) * z * (1 - z);
        float dr = dc * keep[3 * H + j] * r * (1 - r);
        a[j] = g[j] = dr;
        a[H + j] = g[H + j] = dz;
        a[2 * H + j] = dc;
        g[2 * H + j] = dc * r;
        next[j] = dh * z;
      }
      for (int j = 0; j < G; j++) {
        float v = g[j];
        const float *row = w + (long)j * H;
        for (int k = 0; k < H; k++) next[k] += v * row[k];
      }
      memcpy(carry, next, sizeof(float) * H);
    }
  }
}
