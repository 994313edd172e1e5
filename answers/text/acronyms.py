"""Acronyms that are used without being spelt out, each with stems of which one at least stands where it is meant."""

from collections.abc import Mapping

from index.text.tokens import stem

_MEANT = """
    nn: network neural
    dnn: network neural
    ann: network neural
    mlp: perceptron network
    cnn: convolutional convolution
    convnet: convolutional convolution
    rnn: recurrent sequence sequential
    lstm: recurrent sequence sequential
    gnn: graph
    gcn: graph
    gan: adversarial generator generative
    vae: autoencoder autoencoders variational
    elbo: variational likelihood
    rl: reinforcement reward policy agent
    drl: reinforcement
    marl: agents agent
    dqn: reinforcement
    mdp: markov policy
    pomdp: markov observable
    nlp: language linguistic text
    nlu: language linguistic text
    nlg: language generation
    llm: language
    lm: language
    plm: language
    nmt: translation
    mt: translation
    qa: question answering
    ner: entity entities
    pos: tagging speech
    asr: speech
    tts: speech
    ocr: handwriting characters documents
    kb: knowledge
    kg: knowledge
    ir: retrieval
    cv: vision image
    ml: learning
    dl: deep
    ssl: supervised
    sgd: gradient
    mcmc: carlo sampling
    em: expectation maximization
    pca: component components
    svd: singular
    svm: vector
    kl: divergence
    mse: squared
    mi: information
    nas: architecture
    hpo: hyperparameter hyperparameters
    ood: distribution
    rct: randomized randomised trial
    ci: confidence
    seq2seq: sequence decoder
    ppo: policy actor
    trpo: policy actor
    ddpg: policy actor
    sac: policy actor
    a2c: policy actor
    a3c: policy actor
    td3: policy actor
    mcts: search
    irl: demonstrations demonstrator expert
    maml: meta
    ebm: energy
    hmm: markov
    crf: random
    gp: gaussian
    bnn: bayesian
    snn: spiking
    mle: likelihood
    vi: variational
    ot: transport wasserstein
    ode: differential
    pde: differential
    fft: fourier frequency
    cca: canonical
    lda: topic dirichlet discriminant
    knn: neighbor neighbour
    relu: rectified activation
    ntk: tangent kernel
    dp: privacy private
    vqa: question
    pgd: robustness perturbation
    nag: nesterov
    gpu: hardware device parallel
    cpu: hardware device processor
    api: interface service
"""
# What says nothing of methods and data: standing, dimension, screens.
LABELS = frozenset(["sota", "stoa", "ai", "agi", "1d", "2d", "3d", "4d", "ui"])


def _meant() -> Mapping[str, frozenset[str]]:
    lines = (line.partition(":") for line in _MEANT.strip().splitlines())
    return {name.strip(): frozenset(map(stem, words.split())) for name, _, words in lines}


ACRONYMS = _meant()
