# Every target prepares what it needs: nothing has to be installed beforehand.
.DEFAULT_GOAL := help
.PHONY: help demo test bench relevance check prepare front screenshots maps format
SETUP := @python3 -m setup

help: ## Cette liste
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

demo: ## Maillage avec un réseau fictif, sur http://localhost:8000 (PORT=… pour un autre port) ; Ctrl-C arrête tout
	$(SETUP) demo

test: ## Tous les tests, navigateur compris (ARGS="tests/matching -x" pour choisir)
	$(SETUP) test

bench: ## Mesure les temps de réponse à un volume national (OFFERS=1000000 pour dix fois plus d'offres)
	$(SETUP) bench

relevance: ## Pose 150 questions et plus à la recherche, et dit combien trouvent ce qui est demandé
	$(SETUP) relevance

check: ## Style, types, frontières entre modules, gabarits, migrations
	$(SETUP) check

prepare: ## Installe ce qui manque, sans rien lancer
	$(SETUP) prepare

front: ## Reconstruit le JavaScript et les styles s'ils ont changé
	$(SETUP) front

screenshots: ## Refait les captures d'écran du README
	$(SETUP) screenshots

maps: ## Refait les captures de la carte du réseau, au volume national (base de make bench)
	$(SETUP) maps

format: ## Met en forme le code Python
	$(SETUP) format
